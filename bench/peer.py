"""The works of bench.m in other packages, for bench.m to ask.

Reads lines "PEER WORK SAMPLES THREADS" from the standard input and answers
each with "SECONDS DETAIL" (DETAIL: what else is told, such as the KL of a map,
or -), or with "absent REASON" when a package is not there.  A work is set up
once and warmed up; every later line runs it again.  The line "memory" is
answered with the most memory that this process has taken, in MB, or "absent"
after a work that failed.  Maps (t-SNE, UMAP) are written to the file
BENCH_MAP, two float32 a point, for bench.m to judge all in the same way.
"""
import contextlib
import io
import os
import resource
import sys
import time
import warnings

os.environ.setdefault("KERAS_BACKEND", "torch")
warnings.filterwarnings("ignore")


now = time.process_time if os.environ.get("BENCH_CLOCK") == "cpu" else time.perf_counter


def clock(work):
    start = now()
    detail = work()
    return now() - start, detail


# ---- PyTorch ----

def torch_nets():
    from torch import nn

    def stack(sizes, last=nn.ReLU):
        layers = []
        for a, b in zip(sizes, sizes[1:]):
            layers += [nn.Linear(a, b), nn.ReLU()]
        return nn.Sequential(*layers[:-1], last())

    def conv(cin, cout, padding=1):
        return [nn.Conv2d(cin, cout, 3, padding=padding), nn.ReLU()]

    pool, up = (lambda: nn.MaxPool2d(2, ceil_mode=True)), (lambda: nn.Upsample(scale_factor=2))
    return {
        "dense": lambda: stack([784, 100, 20, 100, 784]),
        "deep": lambda: stack([784, 1000, 500, 250, 30, 250, 500, 1000, 784]),
        "conv": lambda: nn.Sequential(*conv(1, 8), pool(), *conv(8, 4), pool(), *conv(4, 4), pool(), *conv(4, 4), up(),
                                      *conv(4, 4), up(), *conv(4, 8, 0), up(), *conv(8, 1)[:1], nn.Sigmoid()),
        "denoising": lambda: nn.Sequential(*conv(1, 32), pool(), *conv(32, 32), pool(), *conv(32, 32), up(),
                                           *conv(32, 32), up(), *conv(32, 1)[:1], nn.Sigmoid()),
    }


def torch_work(work, samples, threads, channels_last):
    import torch

    torch.set_num_threads(threads)
    kind, name = work.split("-")
    net = torch_nets()[name]()
    X = torch.rand(samples, 1, 28, 28) if name in ("conv", "denoising") else torch.rand(samples, 784)
    if channels_last:
        X = X.to(memory_format=torch.channels_last)
        net = net.to(memory_format=torch.channels_last)
    if kind == "predict":
        def run(some=X):
            with torch.inference_mode():
                net(some)
    else:
        optimizer = torch.optim.RMSprop(net.parameters(), 1e-3, 0.9, 1e-7)

        def run(some=X):
            for first in range(0, len(some), 128):
                batch = some[first:first + 128]
                loss = torch.nn.functional.mse_loss(net(batch), batch)
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                optimizer.step()
    run(X[:512])
    return run


def keras_work(work, samples, threads):
    import keras
    import numpy as np
    import torch

    torch.set_num_threads(threads)
    kind, name = work.split("-")
    sizes = {"dense": [100, 20, 100, 784], "deep": [1000, 500, 250, 30, 250, 500, 1000, 784]}[name]
    net = keras.Sequential([keras.Input((784,)), *(keras.layers.Dense(n, "relu") for n in sizes)])
    net.compile("rmsprop", "mse")
    X = np.random.default_rng(1).random((samples, 784), np.float32)

    def run(some=X):
        if kind == "predict":
            net.predict(some, batch_size=1000, verbose=0)
        else:
            net.fit(some, some, batch_size=128, epochs=1, verbose=0)
    run(X[:512])
    return run


# ---- scikit-learn and its like ----

def sklearn_class(peer, module, name):
    """The class, patched by Intel's extension for peer "intelex"."""
    if peer == "intelex":
        from sklearnex import patch_sklearn, unpatch_sklearn

        with contextlib.redirect_stderr(io.StringIO()):
            patch_sklearn()
            found = getattr(__import__("sklearn." + module, fromlist=[name]), name)
            unpatch_sklearn()
        return found
    return getattr(__import__("sklearn." + module, fromlist=[name]), name)


def pca_work(peer, samples, threads):
    import numpy as np
    from threadpoolctl import threadpool_limits

    threadpool_limits(threads)
    X = np.random.default_rng(1).random((samples, 784), np.float32)
    PCA = sklearn_class(peer, "decomposition", "PCA")
    solver = {"covariance": "covariance_eigh", "randomized": "randomized", "intelex": "auto"}[peer]
    return lambda: PCA(20, svd_solver=solver).fit(X) and None


def map_work(peer, threads):
    """A function that makes a map of its argument."""
    if peer == "openTSNE":
        import openTSNE

        return openTSNE.TSNE(n_jobs=threads, random_state=1).fit
    if peer == "umap":
        import umap

        return umap.UMAP(n_jobs=threads).fit_transform
    return sklearn_class(peer, "manifold", "TSNE")(init="pca", n_jobs=threads, random_state=1).fit_transform


def tsne_work(peer, samples, threads):
    import numpy as np

    make_map = map_work(peer, threads)
    codes = os.environ.get("BENCH_CODES", "")
    X = np.fromfile(codes, np.float32).reshape(-1, 20)[:samples] if os.path.exists(codes) else \
        np.random.default_rng(1).random((samples, 20), np.float32)
    maps = []

    def run():
        maps[:] = [make_map(X)]

    def keep():
        if maps and "BENCH_MAP" in os.environ:
            np.asarray(maps[0], np.float32).tofile(os.environ["BENCH_MAP"])
    run.after = keep
    return run


def make(peer, work, samples, threads):
    if work == "pca":
        return pca_work(peer, samples, threads)
    if work == "tsne":
        return tsne_work(peer, samples, threads)
    if peer == "Keras":
        return keras_work(work, samples, threads)
    return torch_work(work, samples, threads, peer == "channels-last")


def main():
    made = {}
    failed = False
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        key = tuple(line.split())
        if key == ("memory",):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print("absent" if failed else f"{peak:.1f} -", file=answers, flush=True)
            continue
        try:
            if key not in made:
                made.clear()
                made[key] = make(key[0], key[1], int(key[2]), int(key[3]))
            seconds, detail = clock(made[key])
            getattr(made[key], "after", lambda: None)()
            answer = f"{seconds:.6f} {detail or '-'}"
        except Exception as problem:  # whatever it is, the others go on
            failed = True
            answer = f"absent {type(problem).__name__}: {problem}".splitlines()[0]
        print(answer, file=answers, flush=True)


main()
