"""Makes tests/data/torch_contractive.mat: what PyTorch, in double, makes of a small
contractive autoencoder in 100 training steps.  Run it in the root folder:

    python3 tests/reference/make_torch_contractive.py

Made with PyTorch 2.13.0.  37 samples in batches of 8, in their order.  X (a
column a sample), start and end (all numbers of all layers in one column, as
private/net_pack.m has them), losses (each before its step).  The Jacobian of each
layer of the encoder is autograd's, sample by sample.  tests/contractive.tst builds
the same net.
"""
import numpy as np
import torch
import torch.nn.functional as F
from scipy.io import savemat

from make_torch_numbers import BATCH, EPOCHS, N, RATE, Dense, pack

D, CONTRACTION = 9, 0.5


def jacobian_norm(layer, x):
    """The mean over samples of the squared Frobenius norm."""
    J = torch.func.vmap(torch.func.jacrev(layer))(x)
    return J.square().sum((1, 2)).mean()


if __name__ == "__main__":
    rng = np.random.default_rng(13)
    X = torch.tensor(np.round(rng.uniform(0, 1, (N, D)), 3))
    encoder = [Dense(D, 6, "sigmoid"), Dense(6, 3, "tanh")]
    decoder = [Dense(3, 6, "sigmoid"), Dense(6, D, "sigmoid")]
    results = {"X": X.numpy().T, "start": pack(encoder + decoder)}
    step = torch.optim.Adam([p for l in encoder + decoder for p in (l.W, l.b)], RATE, eps=1e-7)
    losses = []
    for epoch in range(EPOCHS):
        for x in X.split(BATCH):
            h = x
            penalty = 0
            for layer in encoder:
                penalty = penalty + jacobian_norm(layer, h)
                h = layer(h)
            value = F.binary_cross_entropy(decoder[1](decoder[0](h)), x) + CONTRACTION / D * penalty
            step.zero_grad()
            value.backward()
            step.step()
            losses.append(value.item())
    results.update({"end": pack(encoder + decoder), "losses": np.array(losses)[None, :]})
    savemat("tests/data/torch_contractive.mat", results, do_compression=True)
    print(f"loss: {losses[0]:.6f} -> {losses[-1]:.6f}")
