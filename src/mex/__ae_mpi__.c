/* What several processes that train together need of MPI; they are its ranks.

   [rank, ranks, beside] = __ae_mpi__ ("start")
     Starts MPI, unless that is done; beside: ranks on this machine.
   address = __ae_mpi__ ("link")
     For the engine (job.c): an ae_link.
   largest = __ae_mpi__ ("agree", x)
     Of each element of x, a double vector, the largest that any rank gives.
   x = __ae_mpi__ ("tell", x)
     What rank 0 gives: a matrix, double, single or uint8.
   __ae_mpi__ ("abort", words)
     Says words and ends all ranks.
   __ae_mpi__ ("hold", words), flag = __ae_mpi__ ("check"), __ae_mpi__ ("release")
     SIGTERM says words and sets a flag meanwhile (mpi.h).

   All ranks must make the same calls of start, agree and tell. */
#include "gateway.h"
#include "mpi.h"

#include <stdio.h>
#include <string.h>

/* The gateways are compiled twice; that for double is never called, as the first
   argument is a string. */
enum { WORDS = 2048 };

static void
start (ae_call *call)
{
  int beside;
  const ae_link *link = ae_mpi_start (&beside);

  ae_scalar_result (call, 0, link->rank);
  ae_scalar_result (call, 1, link->ranks);
  ae_scalar_result (call, 2, beside);
}

static void
give_link (ae_call *call)
{
  uint64_t address = (uint64_t) (uintptr_t) ae_mpi_link ();

  call->plhs[0] = mxCreateNumericMatrix (1, 1, mxUINT64_CLASS, mxREAL);
  memcpy (mxGetData (call->plhs[0]), &address, sizeof address);
}

static void
agree (ae_call *call)
{
  size_t n;
  const double *x;

  ae_count_args (call, 2, 2);
  x = ae_doubles_arg (call, 1, "x", &n);
  if (n < 1 || n > 1000)
    ae_raise_text (call, "size", "x must have 1 to 1000 elements, got %zu", n);
  call->plhs[0] = mxCreateDoubleMatrix (1, n, mxREAL);
  memcpy (mxGetData (call->plhs[0]), x, n * sizeof *x);
  ae_mpi_agree (mxGetData (call->plhs[0]), (int) n);
}

static void
tell (ae_call *call)
{
  static const mxClassID classes[] = { mxDOUBLE_CLASS, mxSINGLE_CLASS, mxUINT8_CLASS };
  const mxArray *x;
  double head[3] = { 0 }; /* class, rows, columns */

  ae_count_args (call, 2, 2);
  x = call->prhs[1];
  while (head[0] < 3 && mxGetClassID (x) != classes[(int) head[0]])
    head[0]++;
  if (head[0] == 3 || mxIsComplex (x) || mxIsSparse (x) || mxGetNumberOfDimensions (x) > 2)
    ae_raise_text (call, "class", "x must be a real full matrix of double, single or uint8, got class %s", mxGetClassName (x));
  head[1] = (double) mxGetM (x), head[2] = (double) mxGetN (x);
  ae_mpi_tell (head, sizeof head);
  call->plhs[0] = mxCreateNumericMatrix ((mwSize) head[1], (mwSize) head[2], classes[(int) head[0]], mxREAL);
  if (ae_mpi_link ()->rank == 0)
    memcpy (mxGetData (call->plhs[0]), mxGetData (x), mxGetNumberOfElements (x) * mxGetElementSize (x));
  ae_mpi_tell (mxGetData (call->plhs[0]), mxGetNumberOfElements (call->plhs[0]) * mxGetElementSize (call->plhs[0]));
}

static void
words_of (const ae_call *call, char *words)
{
  ae_count_args (call, 2, 2);
  ae_text_arg (call, 1, "words", words, WORDS);
}

static void
end_all (ae_call *call)
{
  char words[WORDS];

  words_of (call, words);
  fflush (stdout);
  fprintf (stderr, "%s\n", words);
  fflush (stderr);
  ae_mpi_abort ();
}

static void
hold (ae_call *call)
{
  char words[WORDS];

  words_of (call, words);
  ae_mpi_hold (words);
}

static void
release (ae_call *call)
{
  (void) call;
  ae_mpi_release ();
}

static void
check (ae_call *call)
{
  ae_scalar_result (call, 0, ae_mpi_terminated ());
}

static const struct {
  const char *name;
  void (*run) (ae_call *call);
} actions[] = { { "start", start }, { "link", give_link }, { "agree", agree },     { "tell", tell },
                { "abort", end_all }, { "hold", hold },    { "release", release }, { "check", check } };

void
AE (gateway) (ae_call *call)
{
  char action[16];

  if (call->nrhs < 1)
    ae_count_args (call, 1, 2);
  ae_text_arg (call, 0, "action", action, sizeof action);
  if (strcmp (action, "start") != 0 && ! ae_mpi_link ())
    ae_raise_text (call, "value", "\"start\" comes first");
  for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
    if (strcmp (action, actions[i].name) == 0)
      {
        actions[i].run (call);
        return;
      }
  ae_raise_text (call, "value", "there is no action \"%s\"", action);
}
