/* Recursive descent over JSON (RFC 8259), stricter than the standard in three
   places: names must differ, numbers must be finite doubles, and U+0000 is
   refused. */
#include "json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *text;
  size_t n, at;
  ae_json_token *tokens;
  uint32_t count;
  int depth;
  ae_error *err;
} reader;

static ae_status read_value (reader *r);

static ae_status
fail (reader *r, const char *reason)
{
  return ae_fail (r->err, AE_VALUE, "json", "%s at byte %zu", reason, r->at + 1);
}

size_t
ae_json_bound (const char *text, size_t n)
{
  size_t bound = 1;

  /* Every value but the first follows one of these. */
  for (size_t i = 0; i < n; i++)
    bound += text[i] == ',' || text[i] == ':' || text[i] == '[' || text[i] == '{';
  return bound;
}

static void
skip_space (reader *r)
{
  while (r->at < r->n
         && (r->text[r->at] == ' ' || r->text[r->at] == '\t' || r->text[r->at] == '\n' || r->text[r->at] == '\r'))
    r->at++;
}

static int
peek (const reader *r)
{
  return r->at < r->n ? (unsigned char) r->text[r->at] : -1;
}

/* True, and one byte further, when the next byte that is no space is c. */
static int
accept (reader *r, char c)
{
  skip_space (r);
  if (peek (r) != c)
    return 0;
  r->at++;
  return 1;
}

static ae_json_token *
new_token (reader *r, ae_json_type type)
{
  ae_json_token *t = &r->tokens[r->count++];

  *t = (ae_json_token){ .type = type, .start = (uint32_t) r->at, .next = r->count };
  return t;
}

/* ---- strings ---- */

/* Four hexadecimal digits at r->at, or -1. */
static long
read_hex (reader *r)
{
  long code = 0;

  for (int i = 0; i < 4; i++, r->at++)
    {
      int c = peek (r);
      int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
      if (digit < 0)
        return -1;
      code = 16 * code + digit;
    }
  return code;
}

/* The code point after "\u", a surrogate pair included, or -1. */
static long
read_code (reader *r)
{
  long code = read_hex (r), low;

  if (code < 0xd800 || code > 0xdfff)
    return code;
  if (code > 0xdbff || peek (r) != '\\' || r->text[r->at + 1] != 'u')
    return -1;
  r->at += 2;
  low = read_hex (r);
  if (low < 0xdc00 || low > 0xdfff)
    return -1;
  return 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
}

static char *
put_utf8 (char *out, long code)
{
  if (code < 0x80)
    *out++ = (char) code;
  else if (code < 0x800)
    {
      *out++ = (char) (0xc0 | code >> 6);
      *out++ = (char) (0x80 | (code & 63));
    }
  else if (code < 0x10000)
    {
      *out++ = (char) (0xe0 | code >> 12);
      *out++ = (char) (0x80 | (code >> 6 & 63));
      *out++ = (char) (0x80 | (code & 63));
    }
  else
    {
      *out++ = (char) (0xf0 | code >> 18);
      *out++ = (char) (0x80 | (code >> 12 & 63));
      *out++ = (char) (0x80 | (code >> 6 & 63));
      *out++ = (char) (0x80 | (code & 63));
    }
  return out;
}

/* Bytes of the well-formed UTF-8 sequence at p (NUL-ended text), 0 if none:
   table 3-7 of the Unicode standard. */
static int
utf8_length (const unsigned char *p)
{
  int n = p[0] < 0x80 ? 1 : p[0] < 0xc2 ? 0 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : p[0] < 0xf5 ? 4 : 0;
  int lo = p[0] == 0xe0 ? 0xa0 : p[0] == 0xf0 ? 0x90 : 0x80;
  int hi = p[0] == 0xed ? 0x9f : p[0] == 0xf4 ? 0x8f : 0xbf;

  for (int i = 1; i < n; i++, lo = 0x80, hi = 0xbf)
    if (p[i] < lo || p[i] > hi)
      return 0;
  return n;
}

/* What follows a backslash; NULL when it is nothing known. */
static char *
read_escape (reader *r, char *out)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  int c = peek (r);
  const char *k = c > 0 ? strchr (from, c) : NULL;
  long code;

  r->at++;
  if (k)
    {
      *out = to[k - from];
      return out + 1;
    }
  code = c == 'u' ? read_code (r) : -1;
  return code > 0 ? put_utf8 (out, code) : NULL;
}

/* A string, decoded in place: the result is never longer than its source, and
   the closing quote leaves room for the NUL. */
static ae_status
read_string (reader *r)
{
  ae_json_token *t;
  char *out;

  if (! accept (r, '"'))
    return fail (r, "a string was expected");
  t = new_token (r, AE_JSON_STRING);
  out = r->text + r->at;
  for (;;)
    {
      int c = peek (r);
      int length;

      if (c < 0x20)
        return fail (r, c < 0 ? "a string does not end" : "a control character stands in a string");
      if (c == '"')
        break;
      if (c == '\\')
        {
          r->at++;
          out = read_escape (r, out);
          if (! out)
            return fail (r, "an escape is not valid");
          continue;
        }
      length = utf8_length ((const unsigned char *) r->text + r->at);
      if (! length)
        return fail (r, "a byte is not UTF-8");
      for (; length > 0; length--)
        *out++ = r->text[r->at++];
    }
  r->at++;
  *out = '\0';
  t->size = (uint32_t) (out - (r->text + t->start));
  return AE_OK;
}

/* ---- numbers and words ---- */

static size_t
skip_digits (reader *r)
{
  size_t from = r->at;

  while (peek (r) >= '0' && peek (r) <= '9')
    r->at++;
  return r->at - from;
}

/* -? (0 | [1-9][0-9]*) (.[0-9]+)? ([eE][+-]?[0-9]+)? */
static int
scan_number (reader *r)
{
  if (peek (r) == '-')
    r->at++;
  if (peek (r) == '0')
    r->at++;
  else if (! skip_digits (r))
    return 0;
  if (peek (r) == '.')
    {
      r->at++;
      if (! skip_digits (r))
        return 0;
    }
  if (peek (r) == 'e' || peek (r) == 'E')
    {
      r->at++;
      if (peek (r) == '+' || peek (r) == '-')
        r->at++;
      if (! skip_digits (r))
        return 0;
    }
  return 1;
}

static ae_status
read_number (reader *r)
{
  const char *first = r->text + r->at;
  ae_json_token *t = new_token (r, AE_JSON_NUMBER);

  if (! scan_number (r))
    return fail (r, "a value is not valid");
  t->number = strtod (first, NULL);
  return isfinite (t->number) ? AE_OK : fail (r, "a number is too large");
}

static ae_status
read_word (reader *r)
{
  static const struct {
    const char *word;
    ae_json_type type;
  } words[] = { { "true", AE_JSON_TRUE }, { "false", AE_JSON_FALSE }, { "null", AE_JSON_NULL } };

  for (int i = 0; i < 3; i++)
    {
      size_t n = strlen (words[i].word);
      if (r->n - r->at >= n && memcmp (r->text + r->at, words[i].word, n) == 0)
        {
          new_token (r, words[i].type);
          r->at += n;
          return AE_OK;
        }
    }
  return fail (r, r->at < r->n ? "a value is not valid" : "the text ends too early");
}

/* ---- objects and arrays ---- */

static ae_status
read_member (reader *r, int named)
{
  if (named)
    {
      if (read_string (r) != AE_OK)
        return r->err->status;
      if (! accept (r, ':'))
        return fail (r, "a colon was expected");
    }
  return read_value (r);
}

static ae_status
read_list (reader *r, int named)
{
  char closing = named ? '}' : ']';
  uint32_t at = r->count, size = 0;

  if (++r->depth > AE_JSON_DEPTH)
    return fail (r, "values are nested too deeply");
  new_token (r, named ? AE_JSON_OBJECT : AE_JSON_ARRAY);
  if (! accept (r, closing))
    for (;;)
      {
        if (read_member (r, named) != AE_OK)
          return r->err->status;
        size++;
        if (accept (r, closing))
          break;
        if (! accept (r, ','))
          return fail (r, "a comma was expected");
      }
  r->depth--;
  r->tokens[at].size = size;
  r->tokens[at].next = r->count;
  return AE_OK;
}

static ae_status
read_value (reader *r)
{
  int c;

  if (accept (r, '{'))
    return read_list (r, 1);
  if (accept (r, '['))
    return read_list (r, 0);
  c = peek (r);
  if (c == '"')
    return read_string (r);
  if (c == '-' || (c >= '0' && c <= '9'))
    return read_number (r);
  return read_word (r);
}

/* ---- names ---- */

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static ae_status
check_names (reader *r, const ae_json_token *object, const char **names)
{
  const ae_json_token *name = object + 1;

  for (uint32_t i = 0; i < object->size; i++)
    {
      names[i] = r->text + name->start;
      name = &r->tokens[name[1].next];
    }
  qsort (names, object->size, sizeof *names, compare_names);
  for (uint32_t i = 1; i < object->size; i++)
    if (strcmp (names[i - 1], names[i]) == 0)
      return ae_fail (r->err, AE_VALUE, "json", "the name \"%.100s\" stands twice in one object", names[i]);
  return AE_OK;
}

ae_status
ae_json_parse (char *text, size_t n, ae_json_token *tokens, const char **scratch, size_t *count, ae_error *err)
{
  reader r = { .text = text, .n = n, .tokens = tokens, .err = err };

  if (n >= UINT32_MAX)
    return ae_fail (err, AE_VALUE, "json", "the text is too long (%zu bytes)", n);
  if (read_value (&r) != AE_OK)
    return err->status;
  skip_space (&r);
  if (r.at < n)
    return fail (&r, "something follows the value");
  for (uint32_t i = 0; i < r.count; i++)
    if (tokens[i].type == AE_JSON_OBJECT && check_names (&r, &tokens[i], scratch) != AE_OK)
      return err->status;
  *count = r.count;
  return AE_OK;
}
