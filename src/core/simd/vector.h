/* What the vector kernels share: the register type and names that carry the
   instruction set.  Only files of this folder include it. */
#ifndef AE_VECTOR_H
#define AE_VECTOR_H

#include "simd.h"

#ifndef AE_ISA_LEVEL
#define AE_ISA_LEVEL 0
#endif

#define AE_PASTE2(a, b) a##_##b
#define AE_PASTE(a, b) AE_PASTE2 (a, b)
#define AE_SIMD(name) AE (AE_PASTE (name, AE_ISA_SUFFIX))
#undef AE
#ifdef AE_DOUBLE
#define AE2(name) ae_d_##name
#else
#define AE2(name) ae_s_##name
#endif
#define AE(name) AE2 (name)

enum { VECTOR_BYTES = 16 << AE_ISA_LEVEL, LANES = VECTOR_BYTES / (int) sizeof (ae_real) };

typedef ae_real vec __attribute__ ((vector_size (16 << AE_ISA_LEVEL), may_alias));

#ifdef AE_DOUBLE
typedef int64_t lane;
#else
typedef int32_t lane;
#endif
typedef lane ivec __attribute__ ((vector_size (16 << AE_ISA_LEVEL)));

/* A vector that may begin at any number: for loads and stores alone.  Values
   are of the aligned type; passing this one by value crashes gcc 14 on ARM. */
typedef ae_real loose_vec __attribute__ ((vector_size (16 << AE_ISA_LEVEL), aligned (sizeof (ae_real)), may_alias));

/* The two compilers have a name each for the same things: the numbers k of a
   followed by b, and unrolling. */
#ifdef __clang__
#define AE_SHUFFLE(a, b, ...) __builtin_shufflevector (a, b, __VA_ARGS__)
#define AE_UNROLL _Pragma ("unroll")
#else
#define AE_SHUFFLE(a, b, ...) __builtin_shuffle (a, b, (ivec){ __VA_ARGS__ })
#define AE_UNROLL _Pragma ("GCC unroll 16")
#endif

/* Keeps what was loaded into v in a register: compilers would load it anew for
   each use, though loading is what the processor has no time for. */
#if defined __GNUC__ && defined __SSE2__
#define AE_HOLD(v) __asm__ ("" : "+v" (v))
#elif defined __GNUC__ && defined __aarch64__
#define AE_HOLD(v) __asm__ ("" : "+w" (v))
#else
#define AE_HOLD(v) ((void) (v))
#endif

/* How many vectors the processor's registers hold. */
#if AE_ISA_LEVEL == 2 || defined __aarch64__
#define AE_REGISTERS 32
#else
#define AE_REGISTERS 16
#endif

#define AE_INLINE static inline __attribute__ ((always_inline))

AE_INLINE vec
vector_load (const ae_real *p)
{
  return *(const vec *) p;
}

AE_INLINE vec
vector_load_loose (const ae_real *p)
{
  return *(const loose_vec *) p;
}

AE_INLINE vec
vector_all (ae_real a)
{
  return a - (vec){ 0 }; /* a itself; 0 + a would turn -0 to 0, at a price */
}

/* max (v, 0) by masking; a NaN passes. */
AE_INLINE vec
vector_relu (vec v)
{
  return (vec) ((ivec) v & ~(ivec) ((vec){ 0 } > v));
}

#endif
