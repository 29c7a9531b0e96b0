"""Runs the files of make_onnx_numbers.m in onnxruntime and compares.

    python3 check_onnx.py FOLDER [TABLE]

Prints the largest difference of each net, and writes the outputs of onnxruntime
to TABLE (tests/data/onnx_numbers.txt: name, MD5 of the ONNX file, numbers,
samples first).
"""
import glob
import hashlib
import sys

import numpy as np
import onnx
import onnxruntime
from scipy.io import loadmat


def samples_first(a, rank):
    """Octave drops trailing dimensions of 1: rank is the one that ONNX wants."""
    a = a.reshape(a.shape + (1,) * (rank - a.ndim)) if a.ndim < rank else a
    if rank == 2:
        return a.T
    if rank == 3:  # times, channels, n
        return a.transpose(2, 1, 0)
    return a.transpose(3, 2, 0, 1)


lines = []
for path in sorted(glob.glob(sys.argv[1] + "/*.onnx")):
    onnx.checker.check_model(onnx.load(path), full_check=True)
    data = loadmat(path[:-5] + ".mat")
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    rank = len(session.get_inputs()[0].shape)
    out_rank = len(session.get_outputs()[0].shape)
    x = samples_first(data["X"], rank).astype(np.float32)
    y = session.run(None, {"input": np.ascontiguousarray(x)})[0]
    want = samples_first(data["Y"], out_rank)
    scale = max(1.0, np.abs(want).max())
    name = str(data["name"][0])
    print(f"{name:15s} {str(y.shape):18s} {np.abs(y - want).max() / scale:.2e}")
    md5 = hashlib.md5(open(path, "rb").read()).hexdigest()
    lines.append(name.replace(" ", "_") + " " + md5 + " " + " ".join(f"{v:.9g}" for v in y.ravel()))
if len(sys.argv) > 2:
    with open(sys.argv[2], "w") as f:
        f.write("# outputs of onnxruntime %s, by check_onnx.py\n" % onnxruntime.__version__)
        f.write("\n".join(lines) + "\n")
