"""Makes tests/data/embed_numbers.txt: what scikit-learn says about the
neighbours, the affinities, the cost and the gradient of t-SNE on small data,
in Octave's text format.  Run it in the root folder:

    python3 tests/reference/make_embed_numbers.py

Made with scikit-learn 1.9.1.  Perplexities are calibrated there to 1e-5 in the
entropy and affinities kept in double.
"""
import numpy as np
from scipy.spatial.distance import squareform
from sklearn.manifold import TSNE, trustworthiness
from sklearn.manifold._t_sne import _joint_probabilities, _kl_divergence
from sklearn.neighbors import KNeighborsClassifier


def write(file, name, value):
    value = np.atleast_2d(np.asarray(value, float))
    file.write(f"# name: {name}\n# type: matrix\n# rows: {value.shape[0]}\n# columns: {value.shape[1]}\n")
    for row in value:
        file.write(" " + " ".join(repr(float(v)) for v in row) + "\n")
    file.write("\n\n")


def main():
    rng = np.random.default_rng(4)
    y = np.arange(150) % 4
    X = np.round(rng.normal(size=(150, 6)) + 2.0 * rng.normal(size=(4, 6))[y], 3)
    Z = np.round(X[:, :2] + 0.3 * rng.normal(size=(150, 2)), 3)
    ks = [1, 5, 12, 40, 74]
    trust = [trustworthiness(X, Z, n_neighbors=k) for k in ks]
    cont = [trustworthiness(Z, X, n_neighbors=k) for k in ks]

    # Two classes and odd k: no ties between labels.
    two = y % 2
    knn_k = [1, 3, 7]
    knn = [KNeighborsClassifier(k).fit(Z[:100], two[:100]).score(Z[100:], two[100:]) for k in knn_k]

    squares = ((X[:, None] - X[None]) ** 2).sum(axis=2).astype(np.float32)
    P = _joint_probabilities(squares, 20.0, 0)
    kl, gradient = _kl_divergence(Z.ravel(), P, 1.0, 150, 2)

    start = np.round(1e-4 * rng.normal(size=(150, 2)), 8)
    t = TSNE(perplexity=20, method="exact", init=start, max_iter=1000, random_state=0)
    t.fit(X)
    with open("tests/data/embed_numbers.txt", "w") as file:
        for name, value in {
            "X": X.T, "Z": Z.T, "y": y, "ks": ks, "trust": trust, "cont": cont, "knn_k": knn_k, "knn": knn,
            "P_rows": squareform(P)[:5], "kl": kl, "gradient": gradient.reshape(150, 2).T,
            "start": start.T, "exact_kl": t.kl_divergence_,
        }.items():
            write(file, name, value)


if __name__ == "__main__":
    main()
