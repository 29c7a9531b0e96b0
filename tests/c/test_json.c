/* The strict JSON reader: what it takes, what it refuses, and that no damaged
   text makes it write or read outside its arrays. */
#include "../../src/core/base/json.h"
#include "check.h"

typedef struct {
  char *text;
  ae_json_token *tokens;
  const char **scratch;
  size_t count;
  ae_error err;
} parsed;

/* Blocks of exactly the sizes that the contract asks for, so that the address
   sanitizer sees a step beyond. */
static ae_status
parse (parsed *p, const char *text, size_t n)
{
  size_t bound = ae_json_bound (text, n);

  p->text = malloc (n + 1);
  p->tokens = malloc (bound * sizeof *p->tokens);
  p->scratch = malloc (bound * sizeof *p->scratch);
  memcpy (p->text, text, n);
  p->text[n] = '\0';
  return ae_json_parse (p->text, n, p->tokens, p->scratch, &p->count, &p->err);
}

static void
clean (parsed *p)
{
  free (p->text);
  free (p->tokens);
  free (p->scratch);
}

TEST (a_tree_in_the_order_of_the_text)
{
  static const char text[] = " {\"a\" : [1, -2.5e2, {}], \"b\":\"x\", \"\":null,\"c\":true } ";
  static const ae_json_type types[]
      = { AE_JSON_OBJECT, AE_JSON_STRING, AE_JSON_ARRAY,  AE_JSON_NUMBER, AE_JSON_NUMBER, AE_JSON_OBJECT,
          AE_JSON_STRING, AE_JSON_STRING, AE_JSON_STRING, AE_JSON_NULL,   AE_JSON_STRING, AE_JSON_TRUE };
  parsed p;

  CHECK (parse (&p, text, sizeof text - 1) == AE_OK);
  CHECK (p.count == 12);
  for (size_t i = 0; i < p.count && i < 12; i++)
    CHECK (p.tokens[i].type == types[i]);
  CHECK (p.tokens[0].size == 4 && p.tokens[0].next == 12);
  CHECK (p.tokens[2].size == 3 && p.tokens[2].next == 6);
  CHECK_NEAR (p.tokens[4].number, -250, 0);
  CHECK (strcmp (p.text + p.tokens[7].start, "x") == 0);
  clean (&p);
}

TEST (strings_are_decoded)
{
  static const char text[]
      = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20AC\\ud83d\\ude00 \xc3\xa9\xf0\x9f\x98\x80\"";
  static const char want[] = "\"\\/\b\f\n\r\tA\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 \xc3\xa9\xf0\x9f\x98\x80";
  parsed p;

  CHECK (parse (&p, text, sizeof text - 1) == AE_OK);
  CHECK (p.tokens[0].size == sizeof want - 1);
  CHECK (memcmp (p.text + p.tokens[0].start, want, sizeof want) == 0);
  clean (&p);
}

TEST (numbers_are_exact)
{
  char text[64];
  parsed p;

  for (uint64_t i = 0; i < 2000; i++)
    {
      union {
        uint64_t bits;
        double value;
      } u;
      ae_block b = ae_philox (7, 1, i);
      u.bits = (uint64_t) b.v[0] << 32 | b.v[1];
      if (! isfinite (u.value))
        continue;
      snprintf (text, sizeof text, "%.17g", u.value);
      CHECK (parse (&p, text, strlen (text)) == AE_OK);
      CHECK (memcmp (&p.tokens[0].number, &u.value, sizeof u.value) == 0);
      clean (&p);
    }
}

TEST (what_is_not_json_is_refused)
{
  static const char *const bad[] = {
    "",
    " ",
    "{",
    "[",
    "]",
    "{]",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{a:1}",
    "{1:1}",
    "1 2",
    "[1] x",
    "01",
    "-",
    "+1",
    ".5",
    "1.",
    "1e",
    "1e+",
    "0x10",
    "NaN",
    "Infinity",
    "1e999",
    "-1e999",
    "nul",
    "True",
    "\"",
    "\"a",
    "\"\\\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u12g4\"",
    "\"\\ud800\"",
    "\"\\ud800\\u0041\"",
    "\"\\udc00\"",
    "\"\\u0000\"",
    "\"a\nb\"",
    "\"\x80\"",
    "\"\xc0\x80\"",
    "\"\xed\xa0\x80\"",
    "\"\xf5\x80\x80\x80\"",
    "\"\xc3\"",
    "\"\xe2\x82\"",
    "{\"a\":1,\"a\":2}",
    "{\"b\":{\"x\":1,\"y\":2,\"\\u0078\":3}}",
    "'a'",
    "[1 2]",
    "{\"a\" 1}",
    "\\",
    "//",
    "[1]\1",
  };
  parsed p;

  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    {
      CHECK (parse (&p, bad[i], strlen (bad[i])) == AE_VALUE);
      CHECK (strcmp (p.err.what, "json") == 0);
      if (p.err.status != AE_VALUE)
        printf ("taken: %s\n", bad[i]);
      clean (&p);
    }
  CHECK (parse (&p, "1\0", 2) == AE_VALUE); /* a NUL is a byte like others */
  clean (&p);
}

TEST (deep_nesting_is_refused)
{
  static char text[200000];
  parsed p;

  memset (text, '[', sizeof text);
  CHECK (parse (&p, text, sizeof text) == AE_VALUE);
  clean (&p);
  memset (text + AE_JSON_DEPTH, ']', AE_JSON_DEPTH);
  CHECK (parse (&p, text, 2 * AE_JSON_DEPTH) == AE_OK);
  clean (&p);
}

TEST (mutated_texts_end_cleanly)
{
  static const char seed[] = "{\"__metadata__\":{\"format\":\"pt\\u00e9\\n\"},\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],"
                             "\"data_offsets\":[0,24]},\"b\":[true,false,null,-1.5e-3,\"\\ud83d\\ude00\"]}";
  static const char letters[] = "{}[]\",:\\u0dtrue1.e-\xc3\xf0\x80";
  char text[sizeof seed];
  size_t taken = 0;
  parsed p;

  for (uint64_t i = 0; i < 100000; i++)
    {
      ae_block b = ae_philox (5, 2, i);
      size_t n = sizeof seed - 1;
      memcpy (text, seed, sizeof seed);
      text[b.v[0] % n] = letters[b.v[1] % (sizeof letters - 1)];
      if (b.v[2] & 1)
        text[(b.v[2] >> 1) % n] ^= (char) (1 << (b.v[3] & 7));
      if ((b.v[3] & 0x300) == 0)
        n = (b.v[3] >> 10) % n;
      taken += parse (&p, text, n) == AE_OK;
      clean (&p);
    }
  CHECK (taken > 1000 && taken < 99000);
}
