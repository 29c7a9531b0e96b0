/* core/base: errors, memory, random numbers, threads, instruction sets. */
#include "check.h"

#include "../../src/core/base/platform.h"

#include <signal.h>
#include <unistd.h>

/* ---- errors ---- */

TEST (an_error_carries_status_name_and_text)
{
  ae_error err;

  CHECK (ae_fail (&err, AE_SHAPE, "size", "X is %d-by-%d", 3, 0) == AE_SHAPE);
  CHECK (err.status == AE_SHAPE);
  CHECK (strcmp (err.what, "size") == 0);
  CHECK (strcmp (err.text, "X is 3-by-0") == 0);
}

TEST (a_long_error_is_cut_not_overrun)
{
  ae_error err;
  char word[2000];

  memset (word, 'a', sizeof word - 1);
  word[sizeof word - 1] = '\0';
  ae_fail (&err, AE_VALUE, word, "%s", word);
  CHECK (strlen (err.what) == sizeof err.what - 1);
  CHECK (strlen (err.text) == sizeof err.text - 1);
}

TEST (out_of_memory_says_how_much_was_wanted)
{
  ae_error err;

  CHECK (ae_fail_memory (&err, 3u << 20) == AE_NOMEM);
  CHECK (strstr (err.text, "3.0 MB") != NULL);
}

/* ---- memory ---- */

TEST (blocks_are_aligned_counted_and_zeroed_by_calloc)
{
  for (size_t bytes = 0; bytes < 300; bytes += 7)
    {
      unsigned char *p = ae_malloc (bytes, 1), *z = ae_calloc (bytes, 1);

      CHECK (p && z);
      CHECK ((uintptr_t) p % AE_ALIGN == 0 && (uintptr_t) z % AE_ALIGN == 0);
      CHECK (ae_blocks_held () == 2);
      if (p)
        memset (p, 255, bytes);
      for (size_t i = 0; z && i < bytes; i++)
        CHECK (z[i] == 0);
      ae_free (p);
      ae_free (z);
    }
  ae_free (NULL);
  CHECK (ae_blocks_held () == 0);
}

TEST (a_size_that_overflows_gives_null)
{
  CHECK (ae_malloc (SIZE_MAX / 2, 3) == NULL);
  CHECK (ae_malloc (SIZE_MAX, 1) == NULL);
  CHECK (ae_calloc (SIZE_MAX / 8 + 1, 8) == NULL);
  CHECK (ae_blocks_held () == 0);
}

TEST (the_kth_allocation_fails_and_only_that_one)
{
  for (long k = 0; k < 4; k++)
    {
      ae_fail_allocation (k);
      for (long i = 0; i < 6; i++)
        {
          void *p = ae_malloc (1, 1);

          CHECK ((p == NULL) == (i == k));
          ae_free (p);
        }
    }
}

/* ---- random numbers ---- */

/* Known answers that come with the authors' Random123 library. */
TEST (philox_gives_the_published_numbers)
{
  static const struct
  {
    uint64_t key, hi, lo;
    uint32_t answer[4];
  } known[] = {
    { 0, 0, 0, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
    { UINT64_MAX, UINT64_MAX, UINT64_MAX, { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
    { 0x299f31d0a4093822, 0x0370734413198a2e, 0x85a308d3243f6a88,
      { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
  };

  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    {
      ae_block b = ae_philox (known[i].key, known[i].hi, known[i].lo);

      CHECK (memcmp (b.v, known[i].answer, sizeof b.v) == 0);
    }
}

TEST (uniform_numbers_fill_0_to_1)
{
  enum { N = 100000 };
  double sum = 0, squares = 0, low = 1, high = 0;

  for (size_t i = 0; i < N; i++)
    for (int half = 0; half < 2; half++)
      {
        double u = ae_uniform (ae_philox (7, 1, i), half);

        CHECK (u >= 0 && u < 1);
        sum += u;
        squares += u * u;
        low = fmin (low, u);
        high = fmax (high, u);
      }
  /* Five standard errors of the mean of 2 N numbers. */
  CHECK_NEAR (sum / (2 * N), 0.5, 5 * sqrt (1.0 / 12 / (2 * N)));
  CHECK_NEAR (squares / (2 * N), 1.0 / 3, 5 * sqrt (4.0 / 45 / (2 * N)));
  CHECK (low < 1e-4 && high > 1 - 1e-4);
  CHECK (ae_uniform ((ae_block){ { UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX } }, 1) < 1);
}

TEST (normal_numbers_have_the_right_moments)
{
  enum { N = 100000 };
  double moment[5] = { 0 };

  for (size_t i = 0; i < N; i++)
    {
      double z[2];

      ae_normal_pair (ae_philox (11, 2, i), z);
      moment[0] += z[0] * z[1];
      for (int half = 0; half < 2; half++)
        {
          CHECK (isfinite (z[half]));
          moment[1] += z[half];
          moment[2] += z[half] * z[half];
          moment[3] += pow (z[half], 3);
          moment[4] += pow (z[half], 4);
        }
    }
  CHECK_NEAR (moment[0] / N, 0, 5 / sqrt (N));
  CHECK_NEAR (moment[1] / (2 * N), 0, 5 / sqrt (2 * N));
  CHECK_NEAR (moment[2] / (2 * N), 1, 5 * sqrt (2.0 / (2 * N)));
  CHECK_NEAR (moment[3] / (2 * N), 0, 5 * sqrt (15.0 / (2 * N)));
  CHECK_NEAR (moment[4] / (2 * N), 3, 5 * sqrt (96.0 / (2 * N)));
}

TEST (normal_numbers_are_finite_at_the_ends_of_the_range)
{
  double z[2];

  ae_normal_pair ((ae_block){ { 0, 0, 0, 0 } }, z);
  CHECK (isfinite (z[0]) && isfinite (z[1]));
  ae_normal_pair ((ae_block){ { UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX } }, z);
  CHECK (isfinite (z[0]) && isfinite (z[1]));
}

/* True when order holds each of 0 .. n-1 once. */
static int
is_permutation (const uint32_t *order, size_t n)
{
  unsigned char *seen = calloc (n + 1, 1);
  size_t distinct = 0;

  for (size_t i = 0; seen && i < n; i++)
    if (order[i] < n && ! seen[order[i]]++)
      distinct++;
  free (seen);
  return distinct == n;
}

TEST (a_permutation_holds_each_number_once)
{
  uint32_t order[1000];

  for (size_t n = 0; n <= 1000; n = 2 * n + 1)
    {
      ae_permutation (3, 4, AE_FOR_SHUFFLE, order, n);
      CHECK (is_permutation (order, n));
    }
}

TEST (a_permutation_depends_on_seed_stream_and_purpose)
{
  enum { N = 100 };
  uint32_t a[N], b[N];
  static const struct { uint64_t seed, stream; uint32_t purpose; } other[] = {
    { 4, 0, 2 }, { 3, 1, 2 }, { 3, 0, 3 }, { 3 + (1ull << 32), 0, 2 }, { 3, 1ull << 40, 2 },
  };

  ae_permutation (3, 0, 2, a, N);
  ae_permutation (3, 0, 2, b, N);
  CHECK (memcmp (a, b, sizeof a) == 0);
  for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
    {
      ae_permutation (other[i].seed, other[i].stream, other[i].purpose, b, N);
      CHECK (memcmp (a, b, sizeof a) != 0);
    }
}

TEST (every_number_is_as_likely_in_every_place)
{
  enum { N = 8, RUNS = 8000 };
  int count[N][N] = { { 0 } };
  double chi2 = 0, expected = (double) RUNS / N;
  uint32_t order[N];

  for (uint64_t run = 0; run < RUNS; run++)
    {
      ae_permutation (5, run, AE_FOR_SHUFFLE, order, N);
      for (int i = 0; i < N; i++)
        count[i][order[i]]++;
    }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      chi2 += (count[i][j] - expected) * (count[i][j] - expected) / expected;
  /* 49 degrees of freedom: 99.99 % lie below 94. */
  CHECK (chi2 < 94);
}

/* ---- threads ---- */

typedef struct {
  int runs[1000];
  int worker_limit;
  int bad_worker;
} record;

static void
note_run (void *arg, size_t index, int worker)
{
  record *r = arg;

  r->runs[index]++;
  if (worker < 0 || worker >= r->worker_limit)
    r->bad_worker = 1;
}

TEST (each_task_runs_once_whatever_the_number_of_threads)
{
  static const int threads[] = { 1, 2, 3, 4, 17, 0, -1 };
  static const size_t tasks[] = { 0, 1, 2, 5, 1000 };

  for (size_t t = 0; t < sizeof threads / sizeof threads[0]; t++)
    for (size_t k = 0; k < sizeof tasks / sizeof tasks[0]; k++)
      {
        record r = { .worker_limit = threads[t] > 0 ? threads[t] : ae_default_threads () };
        size_t once = 0;

        ae_parallel (threads[t], tasks[k], note_run, &r);
        for (size_t i = 0; i < tasks[k]; i++)
          once += r.runs[i] == 1;
        CHECK (once == tasks[k]);
        CHECK (! r.bad_worker);
      }
  CHECK (ae_default_threads () >= 1);
}

typedef struct { int most; } team;

static void
note_worker (void *arg, size_t index, int worker)
{
  (void) index;
  if (worker > ((team *) arg)->most)
    ((team *) arg)->most = worker;
}

TEST (one_thread_is_one_worker)
{
  team t = { 0 };

  ae_parallel (1, 100, note_worker, &t);
  CHECK (t.most == 0);
}

TEST (blas_guards_nest)
{
  int before = ae_default_threads ();

  ae_blas_begin ();
  ae_blas_begin ();
  ae_blas_end ();
  ae_blas_end ();
  CHECK (ae_default_threads () == before);
  CHECK (ae_blas_name () != NULL);
}

TEST (the_blas_that_is_linked_counts_with_32_bits)
{
  CHECK (ae_blas_trouble () == NULL);
  CHECK (ae_blas_usable () == 0 || ae_blas_usable () == 1);
}

/* ---- the system ---- */

TEST (functions_are_found_by_name)
{
  CHECK (ae_find_symbol ("malloc") != NULL);
  CHECK (ae_find_symbol ("no_function_has_this_name") == NULL);
  CHECK (ae_library_of (ae_find_symbol ("malloc"))[0] != '\0');
  CHECK (ae_library_of (NULL)[0] == '\0');
}

TEST (functions_are_found_in_the_library_of_another)
{
  void *allocate = ae_find_symbol ("malloc");

  CHECK (ae_find_symbol_near ("malloc", allocate) == allocate);
  CHECK (ae_find_symbol_near ("no_function_has_this_name", allocate) == NULL);
  CHECK (ae_find_symbol_near ("malloc", NULL) == allocate);
}

TEST (the_clock_runs_forward)
{
  double first = ae_seconds (), last = first;

  for (int i = 0; i < 10000; i++)
    {
      double now = ae_seconds ();

      CHECK (now >= last);
      last = now;
    }
  CHECK (last > first && last < first + 60);
  CHECK (ae_processors () >= 1);
}

/* ---- interrupts ---- */

static volatile sig_atomic_t handled = 0;

static void
own_handler (int sig)
{
  (void) sig;
  handled++;
}

TEST (an_interrupt_is_a_flag_while_held_and_the_old_handler_after)
{
  signal (SIGINT, own_handler);
  ae_interrupt_hold ();
  ae_interrupt_hold ();
  CHECK (! ae_interrupted ());
  raise (SIGINT);
  CHECK (ae_interrupted () && handled == 0);
  raise (SIGINT); /* the same Ctrl-C, sent twice */
  CHECK (handled == 0);
  sleep (3);
  raise (SIGINT); /* a person who wants to get out */
  CHECK (handled == 1);
  ae_interrupt_release ();
  ae_interrupt_release ();
  raise (SIGINT);
  CHECK (handled == 2);
  ae_interrupt_hold ();
  CHECK (! ae_interrupted ());
  ae_interrupt_release ();
  ae_interrupt_release ();
  signal (SIGINT, SIG_DFL);
}

/* ---- instruction sets ---- */

TEST (the_instruction_set_can_be_lowered_but_not_raised)
{
  check_setenv ("AE_ISA", "");
  ae_isa best = ae_isa_now ();

  CHECK (ae_isa_supported (AE_BASELINE) && ae_isa_supported (best));
  for (int isa = 0; isa < AE_ISA_COUNT; isa++)
    {
      check_setenv ("AE_ISA", ae_isa_name ((ae_isa) isa));
      CHECK (ae_isa_now () == (isa <= (int) best ? (ae_isa) isa : best));
    }
  check_setenv ("AE_ISA", "no such thing");
  CHECK (ae_isa_now () == best);
  check_setenv ("AE_ISA", "");
}
