"""Makes tests/data/kernel_numbers.txt: what PyTorch says, in double, about
every layer, activation, loss and optimizer, in Octave's text format.  Run it
in the root folder:

    python3 tests/reference/make_kernel_numbers.py

Made with PyTorch 2.13.0.  For each case NAME there are NAME_X, NAME_dY and
what they give: NAME_Y, NAME_dX, and NAME_W, NAME_b, NAME_dW, NAME_db.
"""
import numpy as np
import torch
import torch.nn.functional as F

rng = np.random.default_rng(7)
torch.set_default_dtype(torch.float64)  # NAdam keeps a product in the default type
IMAGE = (2, 3, 1, 0)      # n c h w -> h w c n, and its like for kernels
TRANSPOSED = (2, 3, 0, 1)  # kernels of conv_transpose2d: cin cout kh kw


def draw(*shape):
    return torch.tensor(np.round(rng.uniform(-1, 1, shape), 3), dtype=torch.float64, requires_grad=True)


def write(file, name, value, order=None):
    a = np.asarray(value.detach() if torch.is_tensor(value) else value, float)
    a = a.T if order is None else a.transpose(order)
    a = np.atleast_2d(a).T if a.ndim < 2 else a
    numbers = "\n".join(" " + repr(float(v)) for v in a.ravel(order="F"))
    file.write(f"# name: {name}\n# type: matrix\n# ndims: {a.ndim}\n {' '.join(map(str, a.shape))}\n{numbers}\n\n\n")


def case(file, name, function, X, W=None, b=None, kernels=IMAGE):
    """Y = function (X, W, b), and the gradients of sum (dY * Y)."""
    inputs = [v for v in (X, W, b) if v is not None]
    Y = function(*inputs)
    dY = draw(*Y.shape).detach()
    gradients = torch.autograd.grad(Y, inputs, dY)
    images = IMAGE if X.ndim == 4 else None
    for key, value in (("X", X), ("dY", dY), ("Y", Y), ("dX", gradients[0])):
        write(file, f"{name}_{key}", value, images)
    if W is not None:
        order = kernels if W.ndim == 4 else (0, 1) if W.ndim == 2 else None
        for key, value in (("W", W), ("dW", gradients[1])):
            write(file, f"{name}_{key}", value, order)
        for key, value in (("b", b), ("db", gradients[2])):
            write(file, f"{name}_{key}", value)


def same(X, kernel, stride, value=0.0):
    """Padding as TensorFlow's."""
    pads = []
    for n, k, s in zip(X.shape[:1:-1], kernel[::-1], stride[::-1]):
        total = max((-(-n // s) - 1) * s + k - n, 0)
        pads += [total // 2, total - total // 2]
    return F.pad(X, pads, value=value)


def average_same(X, kernel, stride):
    ones = same(torch.ones_like(X), kernel, stride)
    return F.avg_pool2d(same(X, kernel, stride), kernel, stride) / F.avg_pool2d(ones, kernel, stride)


def layers(file):
    case(file, "dense", lambda X, W, b: F.linear(X, W, b), draw(5, 4), draw(3, 4), draw(3))
    X, W, b = draw(2, 2, 7, 5), draw(3, 2, 3, 2), draw(3)
    case(file, "conv_valid", lambda X, W, b: F.conv2d(X, W, b), X, W, b)
    case(file, "conv_same", lambda X, W, b: F.conv2d(X, W, b, padding="same"), X, W, b)
    case(file, "conv_stride", lambda X, W, b: F.conv2d(same(X, (3, 2), (2, 3)), W, b, (2, 3)), X, W, b)
    case(file, "conv_large", lambda X, W, b: F.conv2d(X, W, b, padding="same"), draw(2, 1, 2, 3), draw(2, 1, 5, 7), draw(2))
    X, W, b = draw(2, 2, 3, 4), draw(2, 3, 3, 3), draw(3)
    case(file, "up_valid", lambda X, W, b: F.conv_transpose2d(X, W, b), X, W, b, TRANSPOSED)
    case(file, "up_stride", lambda X, W, b: F.conv_transpose2d(X, W, b, (2, 3)), X, W, b, TRANSPOSED)
    case(file, "up_same", lambda X, W, b: F.conv_transpose2d(X, W, b, 2, output_padding=0)[:, :, :6, :8],
         X, W, b, TRANSPOSED)
    X = draw(2, 2, 7, 5)
    case(file, "max_valid", lambda X: F.max_pool2d(X, 2), X)
    case(file, "max_same", lambda X: F.max_pool2d(same(X, (3, 2), (2, 2), -9.0), (3, 2), 2), X)
    case(file, "avg_valid", lambda X: F.avg_pool2d(X, (2, 3), 1), X)
    case(file, "avg_same", lambda X: average_same(X, (3, 2), (2, 2)), X)
    X = draw(2, 2, 3, 4)
    case(file, "nearest", lambda X: F.interpolate(X, scale_factor=(2.0, 3.0)), X)
    case(file, "bilinear", lambda X: F.interpolate(X, scale_factor=(2.0, 3.0), mode="bilinear"), X)
    case(file, "crop", lambda X: X[:, :, 1:, 1:2], X)
    case(file, "pad", lambda X: F.pad(X, (3, 0, 1, 2)), X)


def norms(file):
    for name, X in (("norm", draw(6, 4)), ("norm_image", draw(3, 2, 3, 4))):
        C = X.shape[1]
        mean, variance = torch.zeros(C, dtype=torch.float64), torch.ones(C, dtype=torch.float64)
        case(file, name, lambda X, W, b: F.batch_norm(X, mean, variance, W, b, True, 0.25, 1e-3), X, draw(C), draw(C))
        write(file, name + "_moments", torch.stack([mean, variance]))


def activations(file):
    for name, f in {"relu": F.relu, "leakyrelu": F.leaky_relu, "elu": F.elu, "sigmoid": torch.sigmoid,
                    "tanh": torch.tanh, "softplus": F.softplus}.items():
        case(file, name, lambda X: f(3 * X), draw(5, 4))


def losses(file):
    Y = torch.tensor(np.round(rng.uniform(0.01, 0.99, (4, 3)), 3), requires_grad=True)
    T = torch.tensor(np.round(rng.uniform(0, 1, (4, 3)), 3))
    write(file, "loss_Y", Y)
    write(file, "loss_T", T)
    for name, f in {"mse": F.mse_loss, "mae": F.l1_loss, "bce": F.binary_cross_entropy}.items():
        loss = f(Y, T)
        write(file, name + "_loss", loss)
        write(file, name + "_slope", torch.autograd.grad(loss, Y)[0])


def optimizers(file):
    """20 steps from p with the gradient p^3 - p + i/10 in step i."""
    start = draw(5).detach()
    write(file, "start", start)
    o = torch.optim
    for name, make in {
        "sgd": lambda p: o.SGD(p, 0.01), "momentum": lambda p: o.SGD(p, 0.01, 0.9),
        "nesterov": lambda p: o.SGD(p, 0.01, 0.9, nesterov=True),
        "rmsprop": lambda p: o.RMSprop(p, 0.01, 0.9, 1e-7), "adam": lambda p: o.Adam(p, 0.01, eps=1e-7),
        "adamw": lambda p: o.AdamW(p, 0.01, eps=1e-7, weight_decay=0.01),
        "nadam": lambda p: o.NAdam(p, 0.01, eps=1e-7), "adagrad": lambda p: o.Adagrad(p, 0.01, eps=1e-7),
    }.items():
        p = start.clone().requires_grad_()
        optimizer = make([p])
        for i in range(1, 21):
            p.grad = (p ** 3 - p + i / 10).detach()
            optimizer.step()
        write(file, name + "_end", p)


def later_activations(file):
    for name, f in {"satlin": lambda x: torch.clamp(x, 0, 1), "gelu": F.gelu, "swish": F.silu}.items():
        case(file, name, lambda X: f(3 * X), draw(5, 4))
    case(file, "softmax", lambda X: F.softmax(3 * X, 1), draw(5, 4))
    case(file, "softmax_image", lambda X: F.softmax(3 * X, 1), draw(2, 3, 2, 4))


def later_losses(file):
    """Huber; the cross-entropy behind a dense layer whose softmax is far out,
    so that the smallest shares are 0 in double."""
    Y = draw(4, 3)
    T = draw(4, 3).detach()
    loss = F.huber_loss(3 * Y, T)
    for key, value in (("Y", 3 * Y), ("T", T), ("loss", loss), ("slope", torch.autograd.grad(loss, Y)[0] / 3)):
        write(file, "huber_" + key, value)
    X, W, b = draw(6, 4), draw(3, 4), draw(3)
    T = torch.softmax(draw(6, 3), 1).detach()
    for name, scale in (("near", 1), ("far", 1000)):
        loss = F.cross_entropy(scale * (X @ W.T + b), T)
        gradients = torch.autograd.grad(loss, (W, b))
        for key, value in (("X", X), ("W", scale * W), ("b", scale * b), ("T", T), ("loss", loss),
                           ("dW", gradients[0] / scale), ("db", gradients[1] / scale)):
            write(file, f"crossentropy_{name}_{key}", value, (0, 1) if key in ("W", "dW") else None)


if __name__ == "__main__":
    with open("tests/data/kernel_numbers.txt", "w") as out:
        for part in (layers, norms, activations, losses, optimizers, later_activations, later_losses):
            part(out)
