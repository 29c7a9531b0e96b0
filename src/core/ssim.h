/* Structural similarity: Wang, Bovik, Sheikh, Simoncelli, "Image quality
   assessment: from error visibility to structural similarity", IEEE Transactions
   on Image Processing 13, 2004. */
#ifndef AE_SSIM_H
#define AE_SSIM_H

#include "simd/simd.h"

/* s[i] = the mean over the channels and places of images x and y number i,
   h-by-w-by-c each, h and w of 3 or more; the window is Gaussian of 11-by-11
   with standard deviation 1.5, along a side shorter than that the largest odd
   one that fits.  c1 and c2: the constants of equation 13.  NaN where squares
   overflow. */
ae_status AE (ssim) (const ae_real *x, const ae_real *y, const size_t size[4], double c1, double c2, double *s,
                     ae_error *err);

/* The same for up to AE_LANES images (n) of c channels that lie in lanes S apart: s[i]
   of lane i.  work: ssim_room numbers. */
void AE (ssim_of_lanes) (const AE (windows) *g, size_t c, const ae_real *x, const ae_real *y, size_t S, size_t n,
                         ae_real *work, double *s);
AE (windows) AE (ssim_windows) (size_t h, size_t w, double c1, double c2);
size_t AE (ssim_room) (size_t pixels);

#endif
