/* Which table of vector kernels is in force, and rows of it by name. */
#include "simd/simd.h"

#include <string.h>

extern const AE (kernels) AE (kernels_baseline);
#ifdef AE_X86
extern const AE (kernels) AE (kernels_avx2);
extern const AE (kernels) AE (kernels_avx512);
#endif

const AE (kernels) *
AE (kernels_now) (void)
{
#ifdef AE_X86
  static const AE (kernels) *const table[AE_ISA_COUNT]
      = { &AE (kernels_baseline), &AE (kernels_avx2), &AE (kernels_avx512) };

  return table[ae_isa_now ()];
#else
  return &AE (kernels_baseline);
#endif
}

/* Every kind of row starts with its name; the table ends with a NULL name. */
static const void *
find_row (const void *rows, size_t row_size, const char *name)
{
  for (const char *row = rows; *(const char *const *) row; row += row_size)
    if (strcmp (*(const char *const *) row, name) == 0)
      return row;
  return NULL;
}

const AE (activation) *
AE (find_activation) (const char *name)
{
  return find_row (AE (kernels_now) ()->activations, sizeof (AE (activation)), name);
}

const AE (loss_row) *
AE (find_loss) (const char *name)
{
  return find_row (AE (kernels_now) ()->losses, sizeof (AE (loss_row)), name);
}

const AE (step_row) *
AE (find_step) (const char *name)
{
  return find_row (AE (kernels_now) ()->steps, sizeof (AE (step_row)), name);
}
