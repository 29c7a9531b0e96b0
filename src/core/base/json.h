/* A strict reader of JSON (RFC 8259) for untrusted text: bounded depth, no
   allocation, no duplicate names.

   Copyright (C) 2026 The autoencoder developers.  GPL-3.0-or-later. */
#ifndef AE_JSON_H
#define AE_JSON_H

#include "../ae.h"

typedef enum {
  AE_JSON_OBJECT,
  AE_JSON_ARRAY,
  AE_JSON_STRING,
  AE_JSON_NUMBER,
  AE_JSON_TRUE,
  AE_JSON_FALSE,
  AE_JSON_NULL
} ae_json_type;

enum { AE_JSON_DEPTH = 64 };

/* Values in the order of the text.  An object of k members is followed by
   k pairs of a string (the name) and a value, an array of k by k values. */
typedef struct {
  ae_json_type type;
  uint32_t start; /* a string's first byte in the text */
  uint32_t size;  /* bytes of a string; members; elements */
  uint32_t next;  /* the value after this one and all that is inside it */
  double number;
} ae_json_token;

/* How many tokens the text can have at most. */
size_t ae_json_bound (const char *text, size_t n);

/* Reads text[0 .. n-1]; text[n] must be a writable NUL.  Strings are decoded
   in place (UTF-8, ended by NUL).  tokens and scratch, both the caller's, have
   room for ae_json_bound entries; *count tokens are filled. */
ae_status ae_json_parse (char *text, size_t n, ae_json_token *tokens, const char **scratch, size_t *count,
                         ae_error *err);

#endif
