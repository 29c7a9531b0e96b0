/* value = __ae_json__ (text): strict JSON to Octave values.  An object becomes
   a scalar struct (any names, in order), an array of numbers a double row, any
   other array a cell row, null []. */
#include "../core/base/json.h"
#include "gateway.h"

#include <string.h>

/* More tokens than any header that we write has by far: bounds the memory
   that a hostile text can take. */
enum { MOST_TOKENS = 1000000 };

typedef struct {
  const char *text;
  const ae_json_token *tokens;
} tree;

static mxArray *build (const tree *t, const ae_json_token *token);

static mxArray *
build_object (const tree *t, const ae_json_token *token)
{
  const char **names = mxCalloc (token->size + 1, sizeof *names);
  const ae_json_token *name = token + 1;
  mxArray *out;

  for (uint32_t i = 0; i < token->size; i++, name = &t->tokens[name[1].next])
    names[i] = t->text + name->start;
  out = mxCreateStructMatrix (1, 1, (int) token->size, names);
  name = token + 1;
  for (uint32_t i = 0; i < token->size; i++, name = &t->tokens[name[1].next])
    mxSetFieldByNumber (out, 0, (int) i, build (t, name + 1));
  mxFree (names);
  return out;
}

static int
all_numbers (const ae_json_token *token)
{
  for (uint32_t i = 1; i <= token->size; i++)
    if (token[i].type != AE_JSON_NUMBER)
      return 0;
  return 1;
}

static mxArray *
build_array (const tree *t, const ae_json_token *token)
{
  int numbers = all_numbers (token);
  mxArray *out = numbers ? mxCreateDoubleMatrix (1, token->size, mxREAL) : mxCreateCellMatrix (1, token->size);
  const ae_json_token *element = token + 1;

  for (uint32_t i = 0; i < token->size; i++, element = &t->tokens[element->next])
    if (numbers)
      ((double *) mxGetData (out))[i] = element->number;
    else
      mxSetCell (out, i, build (t, element));
  return out;
}

static mxArray *
build (const tree *t, const ae_json_token *token)
{
  switch (token->type)
    {
    case AE_JSON_OBJECT:
      return build_object (t, token);
    case AE_JSON_ARRAY:
      return build_array (t, token);
    case AE_JSON_STRING:
      return mxCreateString (t->text + token->start);
    case AE_JSON_NUMBER:
      return mxCreateDoubleScalar (token->number);
    case AE_JSON_NULL:
      return mxCreateDoubleMatrix (0, 0, mxREAL);
    default:
      return mxCreateLogicalScalar (token->type == AE_JSON_TRUE);
    }
}

/* Memory comes from mxMalloc here: an error of Octave's own while values are
   built gives it back. */
void
AE (gateway) (ae_call *call)
{
  const mxArray *a = call->nrhs == 1 ? call->prhs[0] : NULL;
  size_t n, bound, count;
  char *text;
  ae_json_token *tokens;
  const char **scratch;
  ae_error err;

  ae_count_args (call, 1, 1);
  if (! mxIsUint8 (a) || mxIsComplex (a))
    ae_raise_text (call, "class", "text must be uint8, got class %s", mxGetClassName (a));
  n = mxGetNumberOfElements (a);
  text = mxMalloc (n + 1);
  memcpy (text, mxGetData (a), n);
  text[n] = '\0';
  bound = ae_json_bound (text, n);
  if (bound > MOST_TOKENS)
    ae_raise_text (call, "json", "more than %d values", (int) MOST_TOKENS);
  tokens = mxMalloc (bound * sizeof *tokens);
  scratch = mxMalloc (bound * sizeof *scratch);
  if (ae_json_parse (text, n, tokens, scratch, &count, &err) != AE_OK)
    ae_raise (call, &err);
  call->plhs[0] = build (&(tree){ text, tokens }, tokens);
}
