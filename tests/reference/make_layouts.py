"""Makes tests/data/layout_torch.safetensors and layout_keras.safetensors: small nets
in which images are flattened and vectors reshaped, with outputs on fixed inputs.
Run it in the root folder:

    KERAS_BACKEND=torch python3 tests/reference/make_layouts.py

Made with torch 2.13.0, Keras 3.15.1 (on torch) and safetensors 0.8.0.  x and y
are inputs and outputs, as each library has them.
"""
import os

import keras
import numpy as np
import torch
from safetensors.numpy import save_file as save_numpy
from safetensors.torch import save_file

DATA = os.path.join(os.path.dirname(__file__), "..", "data")


class Net(torch.nn.Module):
    """[5 4 2] -> conv -> flatten -> batchnorm -> code -> dense -> reshape -> transposed conv -> flatten -> dense"""

    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(2, 3, (2, 2))
        self.norm = torch.nn.BatchNorm1d(36, eps=1e-3)
        self.code = torch.nn.Linear(36, 5)
        self.wide = torch.nn.Linear(5, 24)
        self.up = torch.nn.ConvTranspose2d(4, 2, (2, 3))
        self.last = torch.nn.Linear(32, 7)

    def forward(self, x):
        h = torch.tanh(self.conv(x)).flatten(1)
        h = torch.tanh(self.code(self.norm(h)))
        h = torch.tanh(self.wide(h)).reshape(-1, 4, 3, 2)
        return self.last(self.up(h).flatten(1))


def write_torch():
    torch.manual_seed(3)
    net = Net().double().eval()
    with torch.no_grad():
        for p in [net.norm.weight, net.norm.bias, net.norm.running_mean]:
            p.uniform_(-1, 1)
        net.norm.running_var.uniform_(0.5, 1.5)
        x = torch.rand(6, 2, 5, 4, dtype=torch.double)
        y = net(x)
    state = {k: v.contiguous() for k, v in net.state_dict().items() if v.is_floating_point()}
    save_file({**state, "x": x, "y": y}, os.path.join(DATA, "layout_torch.safetensors"))


def write_keras():
    keras.utils.set_random_seed(5)
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    layers = keras.layers
    net = keras.Sequential([
        layers.Input((5, 4, 2)),
        layers.Conv2D(3, (2, 2), activation="tanh", name="conv"),
        layers.Flatten(),
        layers.BatchNormalization(name="norm"),
        layers.Dense(5, activation="tanh", name="code"),
        layers.Dense(24, activation="tanh", name="wide"),
        layers.Dropout(0.3),
        layers.Reshape((3, 2, 4)),
        layers.Conv2DTranspose(2, (2, 3), name="up"),
        layers.Flatten(),
        layers.Dense(7, name="last"),
    ])
    rng = np.random.default_rng(7)
    for layer in net.layers:
        for w in layer.weights:
            if w.name != "seed_generator_state":
                w.assign(rng.uniform(0.1, 0.5, w.shape) * rng.choice([-1, 1], w.shape) ** (w.name != "moving_variance"))
    x = rng.uniform(0, 1, (6, 5, 4, 2))
    weights = {l.name + "/" + w.name: np.ascontiguousarray(keras.ops.convert_to_numpy(w))
               for l in net.layers for w in l.weights if w.name != "seed_generator_state"}
    save_numpy({**weights, "x": x, "y": keras.ops.convert_to_numpy(net(x, training=False))}, os.path.join(DATA, "layout_keras.safetensors"))


if __name__ == "__main__":
    write_torch()
    write_keras()
