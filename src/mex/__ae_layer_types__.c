/* types = __ae_layer_types__ ()

   The rows of the table of layer types as a struct array:

     type, help           help is "" for those that people do not build with
     joins                takes several inputs
     options              struct array: name, check (a word of arg_value, or a cell of choices), default,
                          follows (the option that gives the default; "" for none), place (argument that
                          may come without the name; 0: none), help
     arrays               struct array: name, file, torch, rank, torch_order, outputs, start, trained,
                          penalised (see core/layer.h) */
#include "../core/layer.h"
#include "gateway.h"

#include <stdio.h>
#include <string.h>

static void
set_text (mxArray *s, size_t k, const char *name, const char *text)
{
  mxSetField (s, (mwIndex) k, name, mxCreateString (text ? text : ""));
}

static void
set_numbers (mxArray *s, size_t k, const char *name, const double *v, size_t n)
{
  mxArray *a = mxCreateDoubleMatrix (n > 0, (mwSize) n, mxREAL);

  if (n > 0)
    memcpy (mxGetData (a), v, n * sizeof *v);
  mxSetField (s, (mwIndex) k, name, a);
}

static void
set_number (mxArray *s, size_t k, const char *name, double v)
{
  set_numbers (s, k, name, &v, 1);
}

/* A string of the first n characters. */
static mxArray *
text_of (const char *text, size_t n)
{
  char copy[64] = "";

  memcpy (copy, text, n < sizeof copy - 1 ? n : sizeof copy - 1);
  return mxCreateString (copy);
}

static mxArray *
list_of_words (const char *words)
{
  mwIndex n = 0;
  mxArray *cell;

  for (const char *w = words; w; w = AE (next_word) (w))
    n++;
  cell = mxCreateCellMatrix (1, n);
  n = 0;
  for (const char *w = words; w; w = AE (next_word) (w))
    mxSetCell (cell, n++, text_of (w, AE (word_length) (w)));
  return cell;
}

/* Names in a first row, second names below them, as arg_value takes them. */
static mxArray *
list_of_activations (void)
{
  const AE (activation) *rows = AE (kernels_now) ()->activations;
  mwIndex n = 0;
  mxArray *cell;

  while (rows[n].name)
    n++;
  cell = mxCreateCellMatrix (2, n);
  for (mwIndex i = 0; i < n; i++)
    {
      mxSetCell (cell, 2 * i, mxCreateString (rows[i].name));
      mxSetCell (cell, 2 * i + 1, mxCreateString (rows[i].other ? rows[i].other : ""));
    }
  return cell;
}

static void
set_check (mxArray *s, size_t k, const ae_option *o)
{
  const char *check = AE (option_check) (o);
  char text[32];

  if (o->kind == AE_WORD)
    mxSetField (s, (mwIndex) k, "check", list_of_words (o->words));
  else if (o->kind == AE_ACTIVATION)
    mxSetField (s, (mwIndex) k, "check", list_of_activations ());
  else
    {
      snprintf (text, sizeof text, "%s%s", check, o->follows && ! strchr (check, '?') ? "?" : "");
      set_text (s, k, "check", text);
    }
}

static void
set_default (mxArray *s, size_t k, const ae_option *o)
{
  const char *word = o->words;

  if (o->kind == AE_WORD)
    {
      for (int i = 0; i < (int) o->usual[0]; i++)
        word = AE (next_word) (word);
      mxSetField (s, (mwIndex) k, "default", text_of (word, AE (word_length) (word)));
    }
  else if (o->kind == AE_ACTIVATION)
    set_text (s, k, "default", "linear");
  else if (o->kind == AE_TEXT || o->kind == AE_LAYER_NAME)
    set_text (s, k, "default", "");
  else if (o->kind == AE_FLAG)
    mxSetField (s, (mwIndex) k, "default", mxCreateLogicalScalar (o->usual[0] != 0));
  else
    set_numbers (s, k, "default", o->usual, (size_t) o->nusual);
}

static mxArray *
options_of (const AE (layer_type) *type)
{
  static const char *fields[] = { "name", "check", "default", "follows", "place", "help" };
  size_t n = 0;
  mxArray *s;

  while (AE (option_at) (type, n))
    n++;
  s = mxCreateStructMatrix (1, (mwSize) n, 6, fields);
  for (size_t k = 0; k < n; k++)
    {
      const ae_option *o = AE (option_at) (type, k);

      set_text (s, k, "name", o->name);
      set_check (s, k, o);
      set_default (s, k, o);
      set_text (s, k, "follows", o->follows);
      set_number (s, k, "place", o->place);
      set_text (s, k, "help", o->help);
    }
  return s;
}

static mxArray *
arrays_of (const AE (layer_type) *type)
{
  static const char *fields[] = { "name", "file", "torch", "rank", "torch_order", "outputs", "start", "trained",
                                  "penalised" };
  const ae_array_row *row;
  size_t n = 0;
  mxArray *s;

  while (AE (array_row_at) (type, n))
    n++;
  s = mxCreateStructMatrix (1, (mwSize) n, 9, fields);
  for (size_t k = 0; (row = AE (array_row_at) (type, k)); k++)
    {
      double order[4] = { 0 };
      size_t dims = 0;

      for (; dims < 4 && row->torch_order[dims]; dims++)
        order[dims] = row->torch_order[dims];

      set_text (s, k, "name", row->name);
      set_text (s, k, "file", row->file);
      set_text (s, k, "torch", row->torch);
      set_number (s, k, "rank", row->rank);
      set_numbers (s, k, "torch_order", order, dims);
      set_number (s, k, "outputs", row->outputs);
      set_number (s, k, "start", row->start);
      set_number (s, k, "trained", row->trained);
      set_number (s, k, "penalised", row->penalised);
    }
  return s;
}

void
AE (gateway) (ae_call *call)
{
  static const char *fields[] = { "type", "help", "joins", "options", "arrays" };
  size_t n = 0;

  ae_count_args (call, 0, 0);
  while (AE (layer_type_at) (n))
    n++;
  call->plhs[0] = mxCreateStructMatrix (1, (mwSize) n, 5, fields);
  for (size_t k = 0; k < n; k++)
    {
      const AE (layer_type) *type = AE (layer_type_at) (k);

      set_text (call->plhs[0], k, "type", type->name);
      set_text (call->plhs[0], k, "help", type->help);
      set_number (call->plhs[0], k, "joins", type->joins);
      mxSetField (call->plhs[0], (mwIndex) k, "options", options_of (type));
      mxSetField (call->plhs[0], (mwIndex) k, "arrays", arrays_of (type));
    }
}
