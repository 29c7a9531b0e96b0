"""Makes tests/data/imputation_numbers.txt: a table with missing cells, what stood
in them, and what scikit-learn fills in: the feature's mean (SimpleImputer) and
IterativeImputer (Bayesian ridge regression of each feature on the others, in
turn; van Buuren and Groothuis-Oudshoorn 2011).

    pip install scikit-learn numpy
    python3 tests/reference/make_imputation_numbers.py
"""
import os

import numpy as np
import sklearn
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, SimpleImputer


def main():
    rng = np.random.default_rng(7)
    n, d, k = 240, 10, 3
    causes = rng.standard_normal((n, k))
    table = causes @ rng.standard_normal((k, d)) + 0.3 * rng.standard_normal((n, d))
    table[:, 0] = 5000 + 400 * table[:, 0]
    table[:, 4] = 1e-3 * table[:, 4] - 2
    table = np.array([[float(f"{v:.7g}") for v in row] for row in table])
    gone = rng.random((n, d)) < 0.12
    holes = table.copy()
    holes[gone] = np.nan
    scale = np.nanstd(holes, axis=0, ddof=1)
    mean = np.nanmean(holes, axis=0)
    z = (holes - mean) / scale
    iterative = IterativeImputer(max_iter=100, tol=1e-6, random_state=0).fit_transform(z) * scale + mean
    simple = SimpleImputer().fit_transform(holes)
    folder = os.path.join(os.path.dirname(__file__), "..", "data")
    with open(os.path.join(folder, "imputation_numbers.txt"), "w") as out:
        out.write(f"# Made by tests/reference/make_imputation_numbers.py with scikit-learn {sklearn.__version__}\n")
        for name, matrix in (("table", table.T), ("gone", gone.T.astype(int)),
                             ("iterative", iterative.T[gone.T][None, :]), ("mean", simple.T[gone.T][None, :])):
            out.write(f"# name: {name}\n# type: matrix\n# rows: {matrix.shape[0]}\n# columns: {matrix.shape[1]}\n")
            for row in matrix:
                out.write(" " + " ".join(f"{v:.7g}" for v in row) + "\n")


if __name__ == "__main__":
    main()
