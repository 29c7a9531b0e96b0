#include "../ae.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Fills *err (which the caller owns) and returns status, so that a failing
   function can end with `return ae_fail (...)`. */
ae_status
ae_fail (ae_error *err, ae_status status, const char *what, const char *format, ...)
{
  va_list args;

  err->status = status;
  strncpy (err->what, what, sizeof err->what - 1);
  err->what[sizeof err->what - 1] = '\0';
  va_start (args, format);
  vsnprintf (err->text, sizeof err->text, format, args);
  va_end (args);
  return status;
}

ae_status
ae_fail_memory (ae_error *err, size_t bytes)
{
  return ae_fail (err, AE_NOMEM, "memory", "out of memory (%.1f MB wanted)", (double) bytes / 1048576.0);
}

const char *
ae_article (const char *word)
{
  return word[0] && strchr ("aeiou", word[0]) ? "an" : "a";
}
