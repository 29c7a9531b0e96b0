"""Makes tests/data/pca_numbers.txt: what scikit-learn, SciPy and scikit-image
say about small data, in Octave's text format.  Run it in the root folder:

    python3 tests/reference/make_pca_numbers.py

Made with scikit-learn 1.9.1, SciPy 1.17.1, scikit-image 0.26.
"""
import numpy as np
from scipy.linalg import subspace_angles
from skimage.metrics import peak_signal_noise_ratio, structural_similarity
from sklearn.decomposition import PCA
from sklearn.metrics import r2_score


def positive(components):
    """Rows with the largest element positive: the sign this package fixes."""
    top = np.abs(components).argmax(axis=1)
    return components * np.sign(components[np.arange(len(top)), top])[:, None]


def write(file, name, value):
    value = np.atleast_2d(np.asarray(value, float))
    file.write(f"# name: {name}\n# type: matrix\n# rows: {value.shape[0]}\n# columns: {value.shape[1]}\n")
    for row in value:
        file.write(" " + " ".join(repr(float(v)) for v in row) + "\n")
    file.write("\n\n")


def main():
    rng = np.random.default_rng(20)
    X = np.round(rng.normal(size=(40, 3)) @ rng.normal(size=(3, 7)) + 0.2 * rng.normal(size=(40, 7)) + 2, 3)
    p = PCA(4, svd_solver="full").fit(X)
    V = positive(p.components_)
    codes = (X - p.mean_) @ V.T
    wide = PCA(5, svd_solver="full").fit(X[:6])
    share = PCA(0.95, svd_solver="full").fit(X)
    back = codes[:, :2] @ V[:2] + p.mean_
    A, B = np.round(rng.normal(size=(6, 3)), 3), np.round(rng.normal(size=(6, 2)), 3)
    image = np.round(rng.random((20, 17)), 3)
    other = np.round(np.clip(image + 0.2 * rng.normal(size=image.shape), 0, 1), 3)
    ssim = structural_similarity(image, other, gaussian_weights=True, sigma=1.5,
                                 use_sample_covariance=False, data_range=1.0)
    with open("tests/data/pca_numbers.txt", "w") as file:
        for name, value in {
            "X": X.T, "mean_": p.mean_[:, None], "components": V.T, "variances": p.explained_variance_[:, None],
            "shares": p.explained_variance_ratio_[:, None], "codes": codes.T,
            "whitened": (codes / np.sqrt(p.explained_variance_)).T,
            "wide_components": positive(wide.components_).T, "wide_variances": wide.explained_variance_[:, None],
            "share_95": share.n_components_,
            "mse": np.mean((X - back) ** 2),
            "r2": r2_score(X, back, multioutput="variance_weighted"),
            "A": A, "B": B, "angles": np.sort(subspace_angles(A, B))[:, None],
            "image": image, "other": other, "ssim": ssim,
            "psnr": peak_signal_noise_ratio(image, other, data_range=1.0),
        }.items():
            write(file, name, value)


if __name__ == "__main__":
    main()
