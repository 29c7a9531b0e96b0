"""Makes tests/data/torch_training.mat: what PyTorch, in double, makes of small
nets in 100 training steps.  Run it in the root folder:

    python3 tests/reference/make_torch_numbers.py

Made with PyTorch 2.13.0.  37 samples in batches of 8, in their order, so the
fifth step of every epoch has 5.  For each case NAME: NAME_X, NAME_T (a column
a sample), NAME_start and NAME_end (all numbers of all layers in one column, as
private/pack_parameters.m has them), NAME_losses (100 of them, each before its
step).  tests/engine.tst builds the same nets.
"""
import numpy as np
import torch
import torch.nn.functional as F
from scipy.io import savemat

from make_kernel_numbers import average_same, same

N, BATCH, EPOCHS, RATE = 37, 8, 20, 0.002
rng = np.random.default_rng(11)
torch.set_default_dtype(torch.float64)
ACTIVATIONS = {
    "linear": lambda x: x, "relu": F.relu, "leakyrelu": F.leaky_relu, "elu": F.elu, "sigmoid": torch.sigmoid,
    "tanh": torch.tanh, "softplus": F.softplus,
}
LOSSES = {"mse": F.mse_loss, "mae": F.l1_loss, "bce": F.binary_cross_entropy}
o = torch.optim
OPTIMIZERS = {
    "sgd": lambda p: o.SGD(p, RATE), "momentum": lambda p: o.SGD(p, RATE, 0.9),
    "nesterov": lambda p: o.SGD(p, RATE, 0.9, nesterov=True),
    "rmsprop": lambda p: o.RMSprop(p, RATE, 0.9, 1e-7), "adam": lambda p: o.Adam(p, RATE, eps=1e-7),
    "adamw": lambda p: o.AdamW(p, RATE, eps=1e-7, weight_decay=0.01),
    "nadam": lambda p: o.NAdam(p, RATE, eps=1e-7), "adagrad": lambda p: o.Adagrad(p, RATE, eps=1e-7),
}


def weights(*shape):
    """Numbers with few digits, of the size that Glorot's rule gives."""
    scale = np.sqrt(6 / (np.prod(shape[1:]) + shape[0])) if len(shape) > 1 else 0.2
    return torch.tensor(np.round(scale * rng.uniform(-1, 1, shape), 4), requires_grad=True)


class Dense:
    def __init__(self, d, m, activation="linear"):
        self.W, self.b, self.f = weights(m, d), weights(m), ACTIVATIONS[activation]

    def __call__(self, x):
        return self.f(F.linear(x, self.W, self.b))

    def pack(self):
        return [self.W.T, self.b]


class Conv:
    def __init__(self, cin, cout, kernel, activation, stride=(1, 1), padding="same"):
        self.W, self.b, self.f = weights(cout, cin, *kernel), weights(cout), ACTIVATIONS[activation]
        self.kernel, self.stride, self.padding = kernel, stride, padding

    def __call__(self, x):
        x = same(x, self.kernel, self.stride) if self.padding == "same" else x
        return self.f(F.conv2d(x, self.W, self.b, self.stride))

    def pack(self):  # kh kw cin cout, the first fastest
        return [self.W.transpose(2, 3), self.b]


class Up:
    """Transposed convolution; "same": the middle, as many pixels as stride times the input."""

    def __init__(self, cin, cout, kernel, activation, stride, padding):
        self.W, self.b, self.f = weights(cin, cout, *kernel), weights(cout), ACTIVATIONS[activation]
        self.kernel, self.stride, self.padding = kernel, stride, padding

    def __call__(self, x):
        y = F.conv_transpose2d(x, self.W, self.b, self.stride)
        if self.padding == "same":
            (h, w), (k, l), (s, t) = x.shape[2:], self.kernel, self.stride
            y = y[:, :, (k - s) // 2:(k - s) // 2 + h * s, (l - t) // 2:(l - t) // 2 + w * t]
        return self.f(y)

    def pack(self):
        return [self.W.permute(1, 0, 3, 2), self.b]


class Norm:
    def __init__(self, c, momentum):
        self.W, self.b, self.momentum = weights(c), weights(c), 1 - momentum
        self.W.data += 1
        self.mean, self.variance = torch.zeros(c), torch.ones(c)

    def __call__(self, x):
        return F.batch_norm(x, self.mean, self.variance, self.W, self.b, True, self.momentum, 1e-3)

    def pack(self):
        return [self.W, self.b, self.mean, self.variance]


def image(*hwc):
    """Columns, features in the order h, w, c, to n c h w."""
    return lambda x: x.reshape(-1, *hwc[::-1]).transpose(2, 3)


def flatten(x):
    return x.transpose(2, 3).flatten(1)


def pool(window):
    return lambda x: F.max_pool2d(same(x, window, window, -1e9), window)


def nearest(*factor):
    return lambda x: F.interpolate(x, scale_factor=tuple(map(float, factor)))


def dense_net():
    return [Dense(6, 5, "relu"), Dense(5, 4, "tanh"), Dense(4, 6, "sigmoid")]


def fused_net():
    return [image(7, 6, 1), Conv(1, 4, (3, 3), "relu"), pool((2, 2)), Conv(4, 3, (3, 3), "elu"), nearest(2, 2),
            Conv(3, 2, (3, 3), "leakyrelu", padding="valid"), nearest(1, 2), lambda x: x[:, :, :, 1:-1],
            lambda x: F.pad(x, (0, 0, 1, 0)), Conv(2, 1, (2, 3), "sigmoid"), flatten]


def strided_net():
    return [image(9, 8, 2), Conv(2, 4, (3, 2), "tanh", (2, 3)), Norm(4, 0.9),
            Up(4, 3, (3, 3), "softplus", (2, 2), "same"), lambda x: average_same(x, (3, 2), (2, 2)),
            lambda x: F.interpolate(x, scale_factor=2.0, mode="bilinear"), flatten, Dense(180, 7, "tanh"),
            Norm(7, 0.7), Dense(7, 5, "sigmoid")]


def vector_net():
    return [Dense(12, 12, "tanh"), image(3, 2, 2), Up(2, 3, (2, 3), "linear", (1, 2), "valid"), F.softplus,
            lambda x: F.max_pool2d(x, (3, 2), (1, 2)), lambda x: F.avg_pool2d(x, (1, 2), 1), Norm(3, 0.5), flatten,
            Dense(6, 12)]


def pack(layers):
    parts = [t.detach().numpy().ravel() for l in layers if hasattr(l, "pack") for t in l.pack()]
    return np.concatenate(parts)[:, None]


def train(out, name, layers, d, m, loss, optimizer):
    X, T = (torch.tensor(np.round(rng.uniform(0, 1, (N, k)), 3)) for k in (d, m))
    T = X if m is d else T
    out.update({name + "_X": X.numpy().T, name + "_T": T.numpy().T, name + "_start": pack(layers)})
    step = OPTIMIZERS[optimizer]([p for l in layers if hasattr(l, "pack") for p in (l.W, l.b)])
    losses = []
    for _ in range(EPOCHS):
        for first in range(0, N, BATCH):
            y = X[first:first + BATCH]
            for layer in layers:
                y = layer(y)
            value = LOSSES[loss](y, T[first:first + BATCH])
            step.zero_grad()
            value.backward()
            step.step()
            losses.append(value.item())
    out.update({name + "_end": pack(layers), name + "_losses": np.array(losses)[None, :]})
    print(f"{name}: {losses[0]:.6f} -> {losses[-1]:.6f}")


if __name__ == "__main__":
    results = {}
    for k, optimizer in enumerate(OPTIMIZERS):
        train(results, optimizer, dense_net(), 6, 6, ("mse", "bce", "mae")[k % 3], optimizer)
    train(results, "fused", fused_net(), 42, 42, "bce", "adam")
    train(results, "strided", strided_net(), 144, 5, "mse", "rmsprop")
    train(results, "vector", vector_net(), 12, 12, "mae", "nadam")
    savemat("tests/data/torch_training.mat", results, do_compression=True)
