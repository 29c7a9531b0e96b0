"""What PyTorch and scikit-learn need for one piece of work, in seconds.

    python3 peer.py CASE THREADS [SAMPLES]

Cases: dense, conv28353, conv1185 (an epoch of rmsprop in batches of 128; for
images in both memory formats, the better one counts), pca, tsne.
"""
import sys
import time

import numpy as np


def clock(work, turns=1):
    best = float("inf")
    for _ in range(turns):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def epoch(net, X):
    import torch

    optimizer = torch.optim.RMSprop(net.parameters(), 1e-3, 0.9, 1e-7)

    def run(samples=len(X)):
        for first in range(0, samples, 128):
            batch = X[first:first + 128]
            loss = torch.nn.functional.mse_loss(net(batch), batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()

    run(512)
    return clock(run)


def dense(samples, threads):
    import torch
    from torch import nn

    torch.set_num_threads(threads)
    X = torch.rand(samples, 784)
    return epoch(nn.Sequential(nn.Linear(784, 100), nn.ReLU(), nn.Linear(100, 20), nn.ReLU(), nn.Linear(20, 100),
                               nn.ReLU(), nn.Linear(100, 784), nn.ReLU()), X)


def images(samples, threads, layers):
    import torch
    from torch import nn

    torch.set_num_threads(threads)
    times = []
    for form in (torch.contiguous_format, torch.channels_last):
        X = torch.rand(samples, 1, 28, 28).to(memory_format=form)
        times.append(epoch(nn.Sequential(*layers(nn)).to(memory_format=form), X))
    return min(times)


def conv(nn, cin, cout, padding=1):
    return [nn.Conv2d(cin, cout, 3, padding=padding), nn.ReLU()]


def net28353(nn):
    pool, up = nn.MaxPool2d(2), nn.Upsample(scale_factor=2)
    return [*conv(nn, 1, 32), pool, *conv(nn, 32, 32), pool, *conv(nn, 32, 32), up, *conv(nn, 32, 32), up,
            *conv(nn, 32, 1)[:1], nn.Sigmoid()]


def net1185(nn):
    pool, up = nn.MaxPool2d(2, ceil_mode=True), nn.Upsample(scale_factor=2)
    return [*conv(nn, 1, 8), pool, *conv(nn, 8, 4), pool, *conv(nn, 4, 4), pool, *conv(nn, 4, 4), up,
            *conv(nn, 4, 4), up, *conv(nn, 4, 8, 0), up, *conv(nn, 8, 1)[:1], nn.Sigmoid()]


def pca(samples, threads):
    from sklearn.decomposition import PCA

    X = np.random.default_rng(1).random((samples, 784), np.float32)
    return clock(lambda: PCA(20).fit(X))


def tsne(samples, threads):
    from sklearn.manifold import TSNE

    X = np.random.default_rng(1).normal(size=(samples, 20)).astype(np.float32)
    return clock(lambda: TSNE(init="pca", n_jobs=threads).fit_transform(X))


if __name__ == "__main__":
    case, threads, samples = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    cases = {"dense": dense, "pca": pca, "tsne": tsne, "conv28353": lambda n, t: images(n, t, net28353),
             "conv1185": lambda n, t: images(n, t, net1185)}
    print(f"{cases[case](samples, threads):.6f}")
