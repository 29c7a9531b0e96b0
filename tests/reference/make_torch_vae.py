"""Makes tests/data/torch_vae.mat: what PyTorch, in double, makes of a small
variational autoencoder in 100 training steps.  Run it in the root folder, with
the package built:

    python3 tests/reference/make_torch_vae.py

Made with PyTorch 2.14.1.  37 samples in batches of 8, in their order.  X (a
column a sample), start and end (all numbers of all layers in one column, as
private/net_pack.m has them), E (3 by 37 by 20 epochs: the normal numbers that our
sampling layer draws, sampling_numbers.m), losses (minus the ELBO over the number
of pixels, each before its step), elbo_parts (2 by 100: the reconstruction and
the divergence in nats).  tests/vae.tst builds the same net.
"""
import subprocess
import tempfile

import numpy as np
import torch
import torch.nn.functional as F
from scipy.io import loadmat, savemat

from make_torch_numbers import BATCH, EPOCHS, N, RATE, Dense, pack

K, D, SEED = 3, 9, 5


def our_numbers():
    with tempfile.NamedTemporaryFile(suffix=".mat") as file:
        subprocess.run(["octave-cli", "--no-history", "--eval",
                        "addpath tests; package_path (); addpath tests/reference; "
                        f"for e = 1:{EPOCHS} E(:,:,e) = sampling_numbers ({K}, {N}, {SEED}, e - 1); endfor; "
                        f"save ('-v6', '{file.name}', 'E')"], check=True)
        return loadmat(file.name)["E"]


if __name__ == "__main__":
    rng = np.random.default_rng(12)
    X = torch.tensor(np.round(rng.uniform(0, 1, (N, D)), 3))
    E = our_numbers()
    encoder = [Dense(D, 6, "tanh"), Dense(6, 2 * K)]
    decoder = [Dense(K, 6, "tanh"), Dense(6, D, "sigmoid")]
    results = {"X": X.numpy().T, "E": E, "start": pack(encoder + decoder)}
    step = torch.optim.Adam([p for l in encoder + decoder for p in (l.W, l.b)], RATE, eps=1e-7)
    losses, parts = [], []
    for epoch in range(EPOCHS):
        for first in range(0, N, BATCH):
            x = X[first:first + BATCH]
            mean, logvar = encoder[1](encoder[0](x)).chunk(2, 1)
            code = torch.distributions.Normal(mean, torch.exp(logvar / 2))
            z = mean + torch.exp(logvar / 2) * torch.tensor(E[:, first:first + BATCH, epoch].T)
            divergence = torch.distributions.kl_divergence(code, torch.distributions.Normal(0.0, 1.0)).sum(1).mean()
            reconstruction = F.binary_cross_entropy(decoder[1](decoder[0](z)), x, reduction="sum") / len(x)
            value = (reconstruction + divergence) / D
            step.zero_grad()
            value.backward()
            step.step()
            losses.append(value.item())
            parts.append([reconstruction.item(), divergence.item()])
    results.update({"end": pack(encoder + decoder), "losses": np.array(losses)[None, :],
                    "elbo_parts": np.array(parts).T})
    savemat("tests/data/torch_vae.mat", results, do_compression=True)
    print(f"minus the ELBO: {D * losses[0]:.6f} -> {D * losses[-1]:.6f} nats")
