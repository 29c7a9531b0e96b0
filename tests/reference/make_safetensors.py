#!/usr/bin/env python3
"""Files in the safetensors format for tests/files.tst, written by the Python
packages, and the proof that Python reads what ae_save wrote.

    make_safetensors.py write DATA    write DATA/python_*.safetensors (torch)
    make_safetensors.py check DATA    read DATA/octave_*.safetensors (numpy),
                                      compare every number, print "ok"

Needs safetensors and numpy; `write` also torch.  Made with torch 2.13.0,
safetensors 0.8.0, numpy 2.4.6.
"""

import json
import os
import sys

import numpy as np


def numbers(shape, kind=np.float32, shift=0):
    """Exact in float32: the same formula as numbers () in files.tst, counted
    in the order of Python's index."""
    i = np.arange(1 + shift, 1 + shift + int(np.prod(shape)))
    return (((i * 7919) % 1000 - 500) / 512).astype(kind).reshape(shape)


def write_tensors(folder):
    """Every number type, odd shapes, metadata that need escapes."""
    from safetensors.numpy import save_file

    tensors = {
        "f32": numbers((3, 4)),
        "f64": numbers((2, 3, 4), np.float64) / 3,
        "special": np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 5e-324, 1.7976931348623157e308]),
        "scalar": np.array(2.5),
        "vector": np.arange(5, dtype=np.int32),
        "empty": np.zeros((0, 3), np.float32),
        "bool": np.array([True, False, True]),
        "i8": np.array([-128, 127], np.int8),
        "i16": np.array([-32768, 32767], np.int16),
        "i64": np.array([-(2**63), 2**63 - 1], np.int64),
        "u8": np.array([0, 255], np.uint8),
        "u16": np.array([0, 65535], np.uint16),
        "u32": np.array([0, 2**32 - 1], np.uint32),
        "u64": np.array([0, 2**64 - 1], np.uint64),
        'a "name"/é': numbers((1, 2)),
    }
    metadata = {"format": "np", "text": 'é "\n\\\t\U0001f600'}
    save_file(tensors, os.path.join(folder, "python_tensors.safetensors"), metadata)


def write_pca(folder):
    """A model that ae_load knows by its metadata."""
    import torch
    from safetensors.torch import save_file

    components = torch.eye(2, 6)  # (k, d)
    tensors = {
        "pca/mean": torch.from_numpy(numbers((6,))),
        "pca/components": components,
        "pca/variances": torch.tensor([2.0, 1.0]),
        "pca/explained": torch.tensor([0.5, 0.25]),
    }
    model = {
        "kind": "pca",
        "input_size": [2, 3, 1],
        "mean": {"$tensor": "pca/mean"},
        "components": {"$tensor": "pca/components"},
        "variances": {"$tensor": "pca/variances"},
        "explained": {"$tensor": "pca/explained"},
        "total_variance": {"$class": "single", "$size": [1, 1], "$values": [4]},
        "whiten": False,
        "n": 10,
    }
    metadata = {
        "format": "autoencoder",
        "format_version": "1",
        "kind": "pca",
        "architecture": json.dumps(model, indent=1),
    }
    save_file(tensors, os.path.join(folder, "python_pca.safetensors"), metadata)


def write_nets(folder):
    """A small PyTorch net with its names, the same weights with Keras-like
    names, and in both an input with the output that PyTorch computes."""
    import torch
    from safetensors.torch import save_file

    class Net(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.conv2d_1 = torch.nn.Conv2d(2, 3, (3, 2))
            self.batchnorm_1 = torch.nn.BatchNorm2d(3, eps=1e-3)
            self.up = torch.nn.ConvTranspose2d(3, 4, (2, 3))
            self.conv2d_2 = torch.nn.Conv2d(4, 1, (1, 1))

        def forward(self, x):
            return self.conv2d_2(self.up(self.batchnorm_1(torch.relu(self.conv2d_1(x)))))

    net = Net().eval()
    with torch.no_grad():
        for k, p in enumerate(net.state_dict().values()):
            if p.is_floating_point():
                p.copy_(torch.from_numpy(numbers(tuple(p.shape), shift=100 * k)))
        net.batchnorm_1.running_var.abs_().add_(0.5)
        x = torch.from_numpy(numbers((4, 2, 6, 5), shift=17))
        y = net(x)
    state = {k: v.contiguous() for k, v in net.state_dict().items()}
    save_file({**state, "x": x, "y": y}, os.path.join(folder, "python_torch.safetensors"))

    def kernel(w):  # (out, in, h, w) to Keras' (h, w, in, out)
        return w.permute(2, 3, 1, 0).contiguous()

    keras = {
        "conv2d_1/kernel": kernel(state["conv2d_1.weight"]),
        "conv2d_1/bias": state["conv2d_1.bias"],
        "batchnorm_1/gamma": state["batchnorm_1.weight"],
        "batchnorm_1/beta": state["batchnorm_1.bias"],
        "batchnorm_1/moving_mean": state["batchnorm_1.running_mean"],
        "batchnorm_1/moving_variance": state["batchnorm_1.running_var"],
        "up/kernel": state["up.weight"].permute(2, 3, 0, 1).contiguous(),  # (in, out, h, w)
        "up/bias": state["up.bias"],
        "conv2d_2/kernel": kernel(state["conv2d_2.weight"]),
        "conv2d_2/bias": state["conv2d_2.bias"],
    }
    save_file(keras, os.path.join(folder, "python_keras.safetensors"))

    dense = {
        "code/kernel": torch.from_numpy(numbers((5, 2))),  # (in, out)
        "code/bias": torch.from_numpy(numbers((2,), shift=7)),
        "code.weight": torch.from_numpy(numbers((5, 2))).T.contiguous(),  # (out, in)
        "code.bias": torch.from_numpy(numbers((2,), shift=7)),
        "dense_2.weight": torch.from_numpy(numbers((5, 2), np.float64)),
        "dense_2.bias": torch.from_numpy(numbers((5,), np.float64)),
    }
    save_file(dense, os.path.join(folder, "python_dense.safetensors"))


def check_net(folder):
    from safetensors import safe_open

    with safe_open(os.path.join(folder, "octave_net.safetensors"), "np") as f:
        metadata = f.metadata()
        weights = {k: f.get_tensor(k) for k in f.keys()}
    assert metadata["format"] == "autoencoder" and metadata["format_version"] == "1"
    model = json.loads(metadata["architecture"])
    assert model["kind"] == metadata["kind"] == "network"
    shapes = {
        "conv2d_1/kernel": (3, 2, 2, 3),
        "conv2d_1/bias": (3,),
        "batchnorm_1/gamma": (3,),
        "batchnorm_1/beta": (3,),
        "batchnorm_1/moving_mean": (3,),
        "batchnorm_1/moving_variance": (3,),
        "conv2d_2/kernel": (1, 1, 3, 1),
        "conv2d_2/bias": (1,),
        "code/kernel": (16, 2),
        "code/bias": (2,),
        "dense_2/kernel": (2, 1),
        "dense_2/bias": (1,),
    }
    assert {k: v.shape for k, v in weights.items()} == shapes, weights.keys()
    for k, (name, shape) in enumerate(shapes.items()):
        assert weights[name].dtype == np.float32
        assert np.array_equal(weights[name], numbers(shape, shift=10 * k)), name
    named = [v["$tensor"] for layer in model["layers"] for v in layer.values() if isinstance(v, dict) and "$tensor" in v]
    assert sorted(named) == sorted(shapes)


def check_pca(folder):
    from safetensors.numpy import load_file

    p = load_file(os.path.join(folder, "octave_pca.safetensors"))
    assert {k: (v.shape, v.dtype.name) for k, v in p.items()} == {
        "pca/mean": ((4,), "float64"),
        "pca/components": ((2, 4), "float64"),
        "pca/variances": ((2,), "float64"),
        "pca/explained": ((2,), "float64"),
        "pca/history": ((20, 2), "int16"),
    }
    assert np.array_equal(p["pca/components"], np.eye(2, 4))
    assert np.array_equal(p["pca/mean"], np.arange(1, 5) / 3)
    assert np.array_equal(p["pca/history"], np.arange(40).reshape(20, 2))


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("write", "check"):
        sys.exit(__doc__)
    steps = {"write": (write_tensors, write_pca, write_nets), "check": (check_net, check_pca)}
    for step in steps[sys.argv[1]]:
        step(sys.argv[2])
    print("ok")


if __name__ == "__main__":
    main()
