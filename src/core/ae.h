/* The one header of the core: number type, errors, memory, threads, vector
   kernels, layers, networks, training, embedding.

   Sources that depend on the number type are compiled twice, with and without
   -DAE_DOUBLE; AE (name) becomes ae_s_name or ae_d_name.  Nothing here knows
   of Octave, prints, or ends the process.

   Copyright (C) 2026 The autoencoder developers.  GPL-3.0-or-later. */
#ifndef AE_H
#define AE_H

#include <stddef.h>
#include <stdint.h>

#ifdef AE_DOUBLE
typedef double ae_real;
#define AE(name) ae_d_##name
#else
typedef float ae_real;
#define AE(name) ae_s_##name
#endif

/* The family of formats: mingw has two (src/flags.mk). */
#ifndef AE_PRINTF
#define AE_PRINTF printf
#endif

/* Samples stand innermost in every activation: [channel][column][row][sample].
   A shard holds a multiple of AE_LANES samples; spare lanes are zero. */
enum { AE_LANES = 16, AE_ALIGN = 64 };

/* ---- errors (error.c): the caller owns the struct, functions return it ---- */

typedef enum { AE_OK, AE_NOMEM, AE_SHAPE, AE_VALUE, AE_NONFINITE, AE_FILE } ae_status;

typedef struct {
  ae_status status;
  char what[24];   /* the last part of an Octave error identifier */
  char text[512];  /* one sentence, without the function's name */
} ae_error;

ae_status ae_fail (ae_error *err, ae_status status, const char *what, const char *format, ...)
    __attribute__ ((format (AE_PRINTF, 4, 5)));
ae_status ae_fail_memory (ae_error *err, size_t bytes);
/* "a" or "an", as the word after it wants. */
const char *ae_article (const char *word);

/* ---- memory (memory.c): every allocation of the core goes through here ---- */

void *ae_malloc (size_t count, size_t size); /* AE_ALIGN-aligned; NULL on overflow too */
void *ae_calloc (size_t count, size_t size);
void ae_free (void *p);
/* Test hook: the k-th allocation from now on fails (k = 0: the next), -1: none. */
void ae_fail_allocation (long k);
/* How many blocks are held at the moment; for leak tests. */
long ae_blocks_held (void);

/* ---- threads (threads.c, blas.c) ---- */

/* Runs task (arg, index, worker) for index 0 .. ntasks-1 on up to nthreads
   threads (worker: 0 .. nthreads-1).  BLAS is single-threaded inside.  Which
   thread takes which task is not fixed: tasks must not depend on it. */
typedef void (*ae_task) (void *arg, size_t index, int worker);
void ae_parallel (int nthreads, size_t ntasks, ae_task task, void *arg);
/* Runs body (arg) on the calling thread with a team of nthreads ready: the
   ae_parallel calls inside body use it, whatever number they name, and cost
   microseconds.  For loops with many small parallel pieces.  On a machine
   where others keep the processors busy the team is smaller for a while. */
void ae_team_run (int nthreads, void (*body) (void *arg), void *arg);
int ae_default_threads (void);
/* How many threads are worth having when so many are wanted (below 1: the
   default): no more than there are processors.  The environment variable
   AE_OVERSUBSCRIBE lifts that limit, for tests. */
int ae_useful_threads (int wanted);

/* Between begin and end BLAS calls stay on the calling thread; end restores
   what was there.  Calls nest. */
void ae_blas_begin (void);
void ae_blas_end (void);
const char *ae_blas_name (void); /* the library in use, "" when unknown */
/* Fails when the BLAS could not get the buffers that its calls from so many
   threads take: OpenBLAS then asks again for ever. */
ae_status ae_blas_room (int threads, ae_error *err);
/* May several threads call the BLAS at once, and is it worth calling? */
int ae_blas_usable (void);
/* Is it known to be fast, safe or not?  LAPACK's work goes through it in any case. */
int ae_blas_fast (void);
int ae_blas_threads (void); /* that the library has at present, 1 when that is not known */
/* And for products with shards, too?  With wide vectors the core's own are faster
   than a BLAS, which copies the weights anew for every shard. */
int ae_blas_for_shards (void);
/* Why this BLAS cannot be used at all, NULL when it can. */
const char *ae_blas_trouble (void);

/* ---- time (posix.c, windows.c) ---- */

double ae_seconds (void); /* since some instant; never goes back */

/* ---- interrupts (interrupt.c): SIGINT sets a flag while one is held ---- */

void ae_interrupt_hold (void);
void ae_interrupt_release (void);
int ae_interrupted (void);
/* Each MEX file has a flag of its own.  For the length of one call it listens; then
   *listening is 0 and a Ctrl-C has been passed on to who listened before. */
int ae_interrupt_listen (void);
void ae_interrupt_pass (int *listening);

/* ---- random numbers by counter (random.c) ----
   Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy
   as 1, 2, 3", SC 2011. */

typedef struct { uint32_t v[4]; } ae_block;
ae_block ae_philox (uint64_t seed, uint64_t hi, uint64_t lo);

/* What a stream of numbers is for: the high counter word, so that no two
   purposes ever share numbers. */
typedef enum { AE_FOR_INIT = 1, AE_FOR_SHUFFLE, AE_FOR_NOISE, AE_FOR_DROPOUT, AE_FOR_TSNE, AE_FOR_SPLIT, AE_FOR_AUGMENT } ae_purpose;

double ae_uniform (ae_block b, int half);             /* half 0 or 1: in [0, 1) with 53 bits */
void ae_normal_pair (ae_block b, double out[2]);      /* Box and Muller (1958) */
void ae_permutation (uint64_t seed, uint64_t stream, uint32_t purpose, uint32_t *order, size_t n);

/* ---- instruction sets (isa.c) ---- */

typedef enum { AE_BASELINE, AE_AVX2, AE_AVX512, AE_ISA_COUNT } ae_isa;
/* The best one that this processor has, or a lower one named by the
   environment variable AE_ISA (baseline, avx2, avx512). */
ae_isa ae_isa_now (void);
const char *ae_isa_name (ae_isa isa);
int ae_isa_supported (ae_isa isa);
/* Tells the processor that this thread waits for another. */
void ae_pause (void);

#endif
