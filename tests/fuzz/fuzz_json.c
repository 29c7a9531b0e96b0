/* For clang's libFuzzer: the reader of JSON on any bytes.  What it says about
   the tokens must hold; the sanitizers look for the rest. */
#include "../../src/core/base/json.h"

#include <stdlib.h>
#include <string.h>

/* Strings end inside the text, every value's successor lies behind it. */
static void
check (const char *text, size_t n, const ae_json_token *tokens, size_t count)
{
  for (size_t i = 0; i < count; i++)
    {
      if (tokens[i].next <= i || tokens[i].next > count)
        abort ();
      if (tokens[i].type == AE_JSON_STRING
          && (tokens[i].start + tokens[i].size > n || text[tokens[i].start + tokens[i].size] != '\0'))
        abort ();
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n)
{
  char *text = malloc (n + 1);
  ae_json_token *tokens;
  const char **scratch;
  size_t bound, count = 0;
  ae_error err;

  memcpy (text, data, n);
  text[n] = '\0';
  bound = ae_json_bound (text, n);
  tokens = malloc (bound * sizeof *tokens);
  scratch = malloc (bound * sizeof *scratch);
  if (ae_json_parse (text, n, tokens, scratch, &count, &err) == AE_OK)
    {
      if (count > bound)
        abort ();
      check (text, n, tokens, count);
    }
  else if (err.status == AE_OK || err.text[0] == '\0')
    abort ();
  free (scratch);
  free (tokens);
  free (text);
  return 0;
}
