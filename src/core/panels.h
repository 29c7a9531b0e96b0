/* Large eigenvalue problems panel by panel, so that Ctrl-C is heard in between:
   LAPACK's own algorithms (sytrd, gebrd) in calls that are short. */
#ifndef AE_PANELS_H
#define AE_PANELS_H

#include "ae.h"

/* From how many rows on one call of LAPACK would be deaf for longer than a person waits. */
enum { AE_PANELS_FROM = 1024 };

/* AE_OK, or the error that Ctrl-C was pressed (where one holds it: ae_interrupt_hold). */
ae_status AE (panels_go_on) (ae_error *err);

/* The eigenvalues il .. iu (1-based, rising) w of the lower triangle a (d-by-d,
   destroyed), and the vectors z (d-by-(iu - il + 1)).  z NULL: all eigenvalues. */
ae_status AE (panels_eigen) (double *a, size_t d, size_t il, size_t iu, double *w, double *z, ae_error *err);

/* a (rows-by-cols, rows >= cols) becomes its left singular vectors, s (cols) the
   values, falling. */
ae_status AE (panels_singular) (ae_real *a, size_t rows, size_t cols, ae_real *s, ae_error *err);

#endif
