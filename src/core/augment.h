/* Images moved a little, another way in every epoch, so that a net sees more of
   them than there are (Simard, Steinkraus, Platt, "Best practices for
   convolutional neural networks", ICDAR 2003). */
#ifndef AE_AUGMENT_H
#define AE_AUGMENT_H

#include "samples.h"

/* The largest of each; drawn evenly between minus that and it. */
typedef struct {
  double rotate;        /* degrees */
  double scale, shear;  /* shares of the size */
  double shift;         /* pixels */
  double share;         /* of the images that are moved, 0 to 1 */
  size_t h, w, c;       /* an image's size; h 0: nothing is moved */
} ae_augment;

/* y = one image x, both h-by-w-by-c column-major, y's numbers `stride` apart, as
   that sample is seen in that epoch.  What would come from outside is the nearest
   pixel of the edge; a channel keeps within its least and its largest value. */
void AE (augment_image) (const ae_augment *a, uint64_t seed, uint64_t epoch, uint64_t sample, const ae_real *x,
                         ae_real *y, size_t stride);
/* As gather_samples, the images moved; room: one image. */
void AE (gather_augmented) (const AE (samples) *from, const ae_augment *a, uint64_t seed, uint64_t epoch,
                            const uint32_t *order, size_t first, size_t n, size_t S, ae_real *room, ae_real *x);

#endif
