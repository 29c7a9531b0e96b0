/* The embedding's vector kernels for the instruction set in force. */
#include "embed.h"

extern const AE (embed_kernels) AE (embed_kernels_baseline);
#ifdef AE_X86
extern const AE (embed_kernels) AE (embed_kernels_avx2);
extern const AE (embed_kernels) AE (embed_kernels_avx512);
#endif

const AE (embed_kernels) *
AE (embed_kernels_now) (void)
{
#ifdef AE_X86
  static const AE (embed_kernels) *const table[]
      = { &AE (embed_kernels_baseline), &AE (embed_kernels_avx2), &AE (embed_kernels_avx512) };
  return table[ae_isa_now ()];
#else
  return &AE (embed_kernels_baseline);
#endif
}
