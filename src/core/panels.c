/* Tridiagonal and bidiagonal form by panels (Dongarra, Sorensen, Hammarling, "Block
   reduction of matrices to condensed forms", J. Comput. Appl. Math. 27, 1989: LAPACK's
   sytrd and gebrd are loops over these calls), eigenvectors by MRRR (stemr), singular
   ones by divide and conquer (bdsdc). */
#include "panels.h"

#include <string.h>

/* Columns of a panel, as LAPACK has it; columns that are turned back at once. */
enum { PANEL = 32, TURNED = 128 };

#ifdef AE_DOUBLE
#define labrd_ dlabrd_
#define gebd2_ dgebd2_
#define bdsdc_ dbdsdc_
#define ormbr_ dormbr_
#define gemm_ dgemm_
#else
#define labrd_ slabrd_
#define gebd2_ sgebd2_
#define bdsdc_ sbdsdc_
#define ormbr_ sormbr_
#define gemm_ sgemm_
#endif

/* Fortran passes the lengths of strings last, unseen. */
void dlatrd_ (const char *uplo, const int *n, const int *nb, double *a, const int *lda, double *e, double *tau, double *w,
              const int *ldw, size_t);
void dsyr2k_ (const char *uplo, const char *trans, const int *n, const int *k, const double *alpha, const double *a,
              const int *lda, const double *b, const int *ldb, const double *beta, double *c, const int *ldc, size_t,
              size_t);
void dsytd2_ (const char *uplo, const int *n, double *a, const int *lda, double *d, double *e, double *tau, int *info,
              size_t);
void dsterf_ (const int *n, double *d, double *e, int *info);
void dstemr_ (const char *jobz, const char *range, const int *n, double *d, double *e, const double *vl,
              const double *vu, const int *il, const int *iu, int *m, double *w, double *z, const int *ldz, const int *nzc,
              int *isuppz, int *tryrac, double *work, const int *lwork, int *iwork, const int *liwork, int *info, size_t,
              size_t);
void dormtr_ (const char *side, const char *uplo, const char *trans, const int *m, const int *n, double *a,
              const int *lda, double *tau, double *c, const int *ldc, double *work, const int *lwork, int *info, size_t,
              size_t, size_t);
void labrd_ (const int *m, const int *n, const int *nb, ae_real *a, const int *lda, ae_real *d, ae_real *e, ae_real *tauq,
             ae_real *taup, ae_real *x, const int *ldx, ae_real *y, const int *ldy);
void gebd2_ (const int *m, const int *n, ae_real *a, const int *lda, ae_real *d, ae_real *e, ae_real *tauq, ae_real *taup,
             ae_real *work, int *info);
void bdsdc_ (const char *uplo, const char *compq, const int *n, ae_real *d, ae_real *e, ae_real *u, const int *ldu,
             ae_real *vt, const int *ldvt, ae_real *q, int *iq, ae_real *work, int *iwork, int *info, size_t, size_t);
void ormbr_ (const char *vect, const char *side, const char *trans, const int *m, const int *n, const int *k, ae_real *a,
             const int *lda, ae_real *tau, ae_real *c, const int *ldc, ae_real *work, const int *lwork, int *info, size_t,
             size_t, size_t);
void gemm_ (const char *ta, const char *tb, const int *m, const int *n, const int *k, const ae_real *alpha,
            const ae_real *a, const int *lda, const ae_real *b, const int *ldb, const ae_real *beta, ae_real *c,
            const int *ldc, size_t, size_t);

ae_status
AE (panels_go_on) (ae_error *err)
{
  return ae_interrupted () ? ae_fail (err, AE_VALUE, "interrupt", "interrupted by Ctrl-C") : AE_OK;
}

static ae_status
failed (const char *what, int info, ae_error *err)
{
  return ae_fail (err, AE_NONFINITE, "eigen", "LAPACK's %s failed (info %d)", what, info);
}

static size_t
least (size_t a, size_t b)
{
  return a < b ? a : b;
}

/* ---- symmetric ---- */

/* a (d-by-d, lower) becomes Q T Q': T's diagonal and what is beside it, Q as
   reflectors in a and tau.  work: d-by-PANEL. */
static ae_status
tridiagonal (double *a, size_t d, double *diag, double *off, double *tau, double *work, ae_error *err)
{
  int lda = (int) d, nb = PANEL, info;
  double minus = -1, one = 1;
  size_t i = 0;

  for (; i + PANEL < d; i += PANEL)
    {
      int n = (int) (d - i), rest = n - nb;
      double *corner = a + i * d + i, *next = corner + nb * d + nb;

      if (AE (panels_go_on) (err) != AE_OK)
        return err->status;
      dlatrd_ ("L", &n, &nb, corner, &lda, off + i, tau + i, work, &lda, 1);
      dsyr2k_ ("L", "N", &rest, &nb, &minus, corner + nb, &lda, work + nb, &lda, &one, next, &lda, 1, 1);
      for (size_t j = i; j < i + PANEL; j++)
        {
          a[j * d + j + 1] = off[j];
          diag[j] = a[j * d + j];
        }
    }
  int n = (int) (d - i);

  dsytd2_ ("L", &n, a + i * d + i, &lda, diag + i, off + i, tau + i, &info, 1);
  return AE_OK;
}

/* z becomes Q z, some columns at a time.  work: d-by-TURNED. */
static ae_status
turn_back (double *a, size_t d, double *tau, double *z, size_t m, double *work, ae_error *err)
{
  int rows = (int) d, lwork = (int) (d * TURNED), info;

  for (size_t c = 0; c < m; c += TURNED)
    {
      int columns = (int) least (TURNED, m - c);

      if (AE (panels_go_on) (err) != AE_OK)
        return err->status;
      dormtr_ ("L", "L", "N", &rows, &columns, a, &rows, tau, z + c * d, &rows, work, &lwork, &info, 1, 1, 1);
    }
  return AE_OK;
}

/* Eigenvalues w and, unless NULL, vectors z of the tridiagonal matrix (destroyed). */
static ae_status
of_tridiagonal (double *diag, double *off, size_t d, size_t il, size_t iu, double *w, double *z, double *work, int *iwork,
                ae_error *err)
{
  int n = (int) d, lo = (int) il, hi = (int) iu, wanted = hi - lo + 1, m, info, tryrac = 1;
  int lwork = 18 * n, liwork = 10 * n;
  double none = 0;

  if (! z)
    {
      dsterf_ (&n, diag, off, &info);
      memcpy (w, diag, d * sizeof *w);
      return info ? failed ("dsterf", info, err) : AE_OK;
    }
  dstemr_ ("V", wanted == n ? "A" : "I", &n, diag, off, &none, &none, &lo, &hi, &m, w, z, &n, &wanted, iwork + 10 * d,
           &tryrac, work, &lwork, iwork, &liwork, &info, 1, 1);
  return info || m != wanted ? failed ("dstemr", info, err) : AE_OK;
}

ae_status
AE (panels_eigen) (double *a, size_t d, size_t il, size_t iu, double *w, double *z, ae_error *err)
{
  size_t room = d * TURNED;
  double *lines = ae_malloc (3 * d, sizeof *lines), *work = ae_malloc (room, sizeof *work);
  int *iwork = ae_malloc (12 * d, sizeof *iwork);
  ae_status status = lines && work && iwork ? ae_blas_room (1, err) : ae_fail_memory (err, room * sizeof *work);

  if (status == AE_OK)
    status = tridiagonal (a, d, lines, lines + d, lines + 2 * d, work, err);
  if (status == AE_OK)
    status = of_tridiagonal (lines, lines + d, d, il, iu, w, z, work, iwork, err);
  if (status == AE_OK && z)
    status = turn_back (a, d, lines + 2 * d, z, iu - il + 1, work, err);
  ae_free (lines);
  ae_free (work);
  ae_free (iwork);
  return status;
}

/* ---- singular values ---- */

typedef struct {
  ae_real *diag, *off, *tauq, *taup; /* cols each */
  ae_real *x, *y;                    /* rows-by-PANEL, cols-by-PANEL */
  ae_real *u, *vt;                   /* cols-by-cols */
  ae_real *work;
  int *iwork;
} svd_room;

/* a (m-by-n, m >= n) becomes Q B P': B's diagonal and what is above it, Q and P as
   reflectors in a. */
static ae_status
bidiagonal (ae_real *a, size_t rows, size_t cols, const svd_room *r, ae_error *err)
{
  int lda = (int) rows, ldy = (int) cols, nb = PANEL, info;
  ae_real minus = -1, one = 1;
  size_t i = 0;

  for (; i + PANEL < cols; i += PANEL)
    {
      int m = (int) (rows - i), n = (int) (cols - i), below = m - nb, right = n - nb;
      ae_real *corner = a + i * rows + i, *next = corner + nb * rows + nb;

      if (AE (panels_go_on) (err) != AE_OK)
        return err->status;
      labrd_ (&m, &n, &nb, corner, &lda, r->diag + i, r->off + i, r->tauq + i, r->taup + i, r->x, &lda, r->y, &ldy);
      gemm_ ("N", "T", &below, &right, &nb, &minus, corner + nb, &lda, r->y + nb, &ldy, &one, next, &lda, 1, 1);
      gemm_ ("N", "N", &below, &right, &nb, &minus, r->x + nb, &lda, corner + nb * rows, &lda, &one, next, &lda, 1, 1);
      for (size_t j = i; j < i + PANEL; j++)
        {
          a[j * rows + j] = r->diag[j];
          a[(j + 1) * rows + j] = r->off[j];
        }
    }
  int m = (int) (rows - i), n = (int) (cols - i);

  gebd2_ (&m, &n, a + i * rows + i, &lda, r->diag + i, r->off + i, r->tauq + i, r->taup + i, r->work, &info);
  return AE_OK;
}

/* The left vectors of B, turned by Q, in place of a. */
static ae_status
left_vectors (ae_real *a, size_t rows, size_t cols, const svd_room *r, ae_error *err)
{
  int m = (int) rows, k = (int) cols, lwork = (int) (rows * TURNED), info;
  ae_real *out = ae_calloc (rows * cols, sizeof *out);
  ae_status status = out ? AE_OK : ae_fail_memory (err, rows * cols * sizeof *out);

  for (size_t c = 0; status == AE_OK && c < cols; c += TURNED)
    {
      int columns = (int) least (TURNED, cols - c);

      for (size_t j = c; j < c + (size_t) columns; j++)
        memcpy (out + j * rows, r->u + j * cols, cols * sizeof *out);
      status = AE (panels_go_on) (err);
      if (status == AE_OK)
        ormbr_ ("Q", "L", "N", &m, &columns, &k, a, &m, r->tauq, out + c * rows, &m, r->work, &lwork, &info, 1, 1, 1);
    }
  if (status == AE_OK)
    memcpy (a, out, rows * cols * sizeof *a);
  ae_free (out);
  return status;
}

static ae_status
svd_steps (ae_real *a, size_t rows, size_t cols, ae_real *s, const svd_room *r, ae_error *err)
{
  int n = (int) cols, info;
  ae_status status = bidiagonal (a, rows, cols, r, err);

  if (status != AE_OK)
    return status;
  bdsdc_ ("U", "I", &n, r->diag, r->off, r->u, &n, r->vt, &n, NULL, NULL, r->work, r->iwork, &info, 1, 1);
  if (info)
    return failed ("bdsdc", info, err);
  memcpy (s, r->diag, cols * sizeof *s);
  return left_vectors (a, rows, cols, r, err);
}

ae_status
AE (panels_singular) (ae_real *a, size_t rows, size_t cols, ae_real *s, ae_error *err)
{
  size_t square = cols * cols, work = 3 * square + 4 * cols + rows * TURNED;
  size_t all = 4 * cols + (rows + cols) * PANEL + 2 * square + work;
  ae_real *block = ae_malloc (all, sizeof *block);
  int *iwork = ae_malloc (8 * cols, sizeof *iwork);
  ae_status status = block && iwork ? ae_blas_room (1, err) : ae_fail_memory (err, all * sizeof *block);

  if (status == AE_OK)
    {
      svd_room r = { block, block + cols, block + 2 * cols, block + 3 * cols, block + 4 * cols, NULL, NULL, NULL, NULL, iwork };

      r.y = r.x + rows * PANEL;
      r.u = r.y + cols * PANEL;
      r.vt = r.u + square;
      r.work = r.vt + square;
      status = svd_steps (a, rows, cols, s, &r, err);
    }
  ae_free (block);
  ae_free (iwork);
  return status;
}
