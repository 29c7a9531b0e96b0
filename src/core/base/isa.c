/* Which instruction set the vector kernels use, and what else depends on the
   processor. */
#include "../ae.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[AE_ISA_COUNT] = { "baseline", "avx2", "avx512" };

const char *
ae_isa_name (ae_isa isa)
{
  return names[isa];
}

int
ae_isa_supported (ae_isa isa)
{
#if defined __x86_64__ || defined __i386__
  if (isa == AE_AVX2)
    return __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma");
  if (isa == AE_AVX512)
    return ae_isa_supported (AE_AVX2) && __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512dq")
           && __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx512bw");
#endif
  return isa == AE_BASELINE;
}

void
ae_pause (void)
{
#if defined __x86_64__ || defined __i386__
  __builtin_ia32_pause ();
#endif
}

ae_isa
ae_isa_now (void)
{
  const char *wanted = getenv ("AE_ISA");
  int best = AE_ISA_COUNT - 1;

  for (int i = 0; wanted && i < AE_ISA_COUNT; i++)
    if (strcmp (wanted, names[i]) == 0)
      best = i;
  while (! ae_isa_supported ((ae_isa) best))
    best--;
  return (ae_isa) best;
}
