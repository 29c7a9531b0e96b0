#include "samples.h"

#include <math.h>

#include <string.h>

enum { PATH = 4096 };

static const mxArray *
field (const ae_call *call, const mxArray *a, const char *name)
{
  const mxArray *v = mxGetField (a, 0, name);

  if (! v)
    ae_raise_text (call, "source", "the source is damaged: it has no %s", name);
  return v;
}

/* A whole number >= 0 of a source. */
static uint64_t
whole (const ae_call *call, const mxArray *a, const char *name)
{
  const mxArray *v = field (call, a, name);
  double x = mxIsDouble (v) && ! mxIsComplex (v) && mxGetNumberOfElements (v) == 1 ? mxGetScalar (v) : -1;

  if (! (x >= 0 && x < 9007199254740992.0) || x != (double) (uint64_t) x)
    ae_raise_text (call, "source", "the source is damaged: its %s must be a whole number", name);
  return (uint64_t) x;
}

static const char *
path_of (const ae_call *call, const mxArray *a, char *path)
{
  const mxArray *v = field (call, a, "file");

  if (! mxIsChar (v) || mxGetString (v, path, PATH) != 0)
    ae_raise_text (call, "source", "the source is damaged: its file must be a name of less than %d bytes", PATH);
  return path;
}

static const uint32_t *
map_of (const ae_call *call, const mxArray *a, size_t d)
{
  const mxArray *v = field (call, a, "map");
  const uint32_t *map = mxGetData (v);

  if (mxIsEmpty (v))
    return NULL;
  if (! mxIsUint32 (v) || mxGetNumberOfElements (v) != d)
    ae_raise_text (call, "source", "the source is damaged: its map must be %zu numbers of class uint32", d);
  for (size_t f = 0; f < d; f++)
    if (map[f] >= d)
      ae_raise_text (call, "source", "the source is damaged: its map leads out of a sample");
  return map;
}

/* A struct of ae_source. */
static AE (samples)
source_arg (const ae_call *call, const mxArray *a, ae_mapping *file, size_t *d, size_t *n)
{
  AE (samples) s = { .type = AE_BYTES };
  char type[16] = "", path[PATH];
  uint64_t features = whole (call, a, "d"), count = whole (call, a, "n"), bytes;
  const mxArray *name = field (call, a, "type");
  ae_error err;

  if (mxIsChar (name))
    mxGetString (name, type, sizeof type);
  if (strcmp (type, "single") == 0)
    s.type = sizeof (ae_real) == sizeof (float) ? AE_REALS : AE_FLOATS;
  else if (strcmp (type, "uint8") != 0)
    ae_raise_text (call, "source", "the source is damaged: its type must be single or uint8");
  if (features < 1 || count < 1 || features >= INT32_MAX || count >= UINT32_MAX)
    ae_raise_text (call, "source", "the source is damaged: it has %.0f samples of %.0f numbers", (double) count,
                   (double) features);
  bytes = features * count * (s.type == AE_BYTES ? 1 : 4);
  s.map = map_of (call, a, (size_t) features);
  if (ae_map_file (file, path_of (call, a, path), whole (call, a, "offset"), bytes, &err) != AE_OK
      || AE (scale_of) (field (call, a, "scale"), (size_t) features, &s.scale, &err) != AE_OK)
    ae_raise (call, &err);
  s.data = file->data;
  if (s.type != AE_BYTES && (uintptr_t) s.data % sizeof (float) != 0)
    ae_raise_text (call, "source", "numbers of class single must start at a multiple of 4 bytes");
  *d = (size_t) features;
  *n = (size_t) count;
  return s;
}

AE (samples)
AE (samples_arg) (const ae_call *call, int i, const char *name, ae_mapping *file, size_t *d, size_t *n)
{
  const mxArray *a = call->prhs[i];
  AE (samples) s;

  if (mxIsStruct (a) && mxGetNumberOfElements (a) == 1)
    return source_arg (call, a, file, d, n);
  memset (&s, 0, sizeof s);
  s.type = mxIsSingle (a) ? AE_FLOATS : mxIsDouble (a) ? AE_DOUBLES : mxIsUint8 (a) ? AE_BYTES : -1;
  if (s.type < 0 || mxIsComplex (a) || mxIsSparse (a) || mxGetNumberOfDimensions (a) > 2)
    ae_raise_text (call, "class", "%s must be a real, full matrix of single, double or uint8, got class %s", name,
                   mxGetClassName (a));
  if (s.type == (sizeof (ae_real) == sizeof (float) ? AE_FLOATS : AE_DOUBLES))
    s.type = AE_REALS;
  s.data = mxGetData (a);
  *d = mxGetM (a);
  *n = mxGetN (a);
  return s;
}

void
AE (samples_check) (const ae_call *call, int i, const ae_mapping *file)
{
  char path[PATH];
  ae_error err;

  if (file->base && ae_mapping_status (file, path_of (call, call->prhs[i], path), &err) != AE_OK)
    ae_raise (call, &err);
}

ae_status
AE (scale_of) (const mxArray *matrix, size_t d, ae_scale *scale, ae_error *err)
{
  const double *v;

  if (! matrix || mxIsEmpty (matrix))
    return AE_OK;
  if (! mxIsDouble (matrix) || mxIsComplex (matrix) || mxIsSparse (matrix) || mxGetM (matrix) != d
      || mxGetN (matrix) < 2 || mxGetN (matrix) > 3)
    return ae_fail (err, AE_SHAPE, "scaling", "a scaling must be a real double matrix, %zu-by-2 or %zu-by-3", d, d);
  v = mxGetData (matrix);
  *scale = (ae_scale){ v, v + d, mxGetN (matrix) == 3 ? v + 2 * d : NULL };
  return AE_OK;
}

ae_status
AE (augment_of) (const mxArray *numbers, size_t d, ae_augment *a, ae_error *err)
{
  static const double most[] = { 180, 0.9, 10, 1e6, 1 };
  const double *x;
  int good;

  if (! numbers || mxIsEmpty (numbers))
    return AE_OK;
  good = mxIsDouble (numbers) && ! mxIsComplex (numbers) && ! mxIsSparse (numbers) && mxGetNumberOfElements (numbers) == 8;
  x = good ? mxGetData (numbers) : NULL;
  for (size_t i = 0; good && i < 5; i++)
    good = x[i] >= 0 && x[i] <= most[i];
  for (size_t i = 5; good && i < 8; i++)
    good = x[i] >= 1 && x[i] <= (double) d && x[i] == floor (x[i]);
  if (! good || x[5] * x[6] * x[7] != (double) d)
    return ae_fail (err, AE_VALUE, "option",
                    "augment must be [rotate scale shear shift share h w c], h w c of images of %zu numbers", d);
  *a = (ae_augment){ x[0], x[1], x[2], x[3], x[4], (size_t) x[5], (size_t) x[6], (size_t) x[7] };
  return AE_OK;
}
