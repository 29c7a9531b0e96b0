/* __ae_write_file__ (fname, file, parts): replaces a file in one step by the
   raw bytes of the arrays in the cell `parts`; errors speak as fname. */
#include "../core/base/files.h"
#include "gateway.h"

#include <limits.h>
#include <string.h>

/* The bytes of cell element i, which belong to Octave. */
static ae_part
part_arg (const ae_call *call, const mxArray *cell, size_t i)
{
  const mxArray *a = mxGetCell (cell, (mwIndex) i);
  ae_part part;

  if (! a || ! (mxIsNumeric (a) || mxIsLogical (a)) || mxIsComplex (a) || mxIsSparse (a))
    ae_raise_text (call, "class", "part %zu of a file must be a real, full array", i + 1);
  part.data = mxGetData (a);
  part.bytes = mxGetNumberOfElements (a) * mxGetElementSize (a);
  return part;
}

void
AE (gateway) (ae_call *call)
{
  char path[PATH_MAX + 1], name[sizeof call->name];
  const mxArray *cell;
  ae_part *parts;
  size_t n;
  ae_error err;
  ae_status status;

  ae_count_args (call, 3, 3);
  ae_text_arg (call, 0, "fname", name, sizeof name);
  memcpy (call->name, name, sizeof name);
  ae_text_arg (call, 1, "file", path, sizeof path);
  cell = call->prhs[2];
  if (! mxIsCell (cell))
    ae_raise_text (call, "class", "parts must be a cell array, got class %s", mxGetClassName (cell));
  n = mxGetNumberOfElements (cell);
  parts = mxCalloc (n + 1, sizeof *parts);
  for (size_t i = 0; i < n; i++)
    parts[i] = part_arg (call, cell, i);
  status = ae_write_file (path, parts, n, &err);
  mxFree (parts);
  if (status != AE_OK)
    ae_raise (call, &err);
}
