"""The lecture's dense net in PyTorch: RMSprop with Keras' defaults, mean squared
error, batches of 128.  Prints the mean squared error on the test images.

    python3 bench/lecture_torch.py FOLDER SEED EPOCHS
"""
import gzip
import os
import pathlib
import sys

import numpy as np
import torch


def images(folder, name):
    for file in sorted(pathlib.Path(folder).iterdir()):
        if file.name.startswith(name) and "images" in file.name:
            data = (gzip.open if file.suffix == ".gz" else open)(file, "rb").read()
            return torch.tensor(np.frombuffer(data, np.uint8, offset=16).reshape(-1, 784) / np.float32(255))
    raise SystemExit(f"no {name} images in {folder}")


folder, seed, epochs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.manual_seed(seed)
torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
X, T = images(folder, "train"), images(folder, "t10k")
sizes = [784, 100, 20, 100, 784]
layers = []
for d, m in zip(sizes, sizes[1:]):
    dense = torch.nn.Linear(d, m)
    torch.nn.init.xavier_uniform_(dense.weight)
    torch.nn.init.zeros_(dense.bias)
    layers += [dense, torch.nn.ReLU()]
net = torch.nn.Sequential(*layers)
step = torch.optim.RMSprop(net.parameters(), 1e-3, alpha=0.9, eps=1e-7)
for _ in range(epochs):
    for batch in torch.randperm(len(X)).split(128):
        loss = torch.nn.functional.mse_loss(net(X[batch]), X[batch])
        step.zero_grad()
        loss.backward()
        step.step()
with torch.no_grad():
    print(f"{torch.nn.functional.mse_loss(net(T), T).item():.6f}")
