/* Short texts to and from files, for tests of ae_write_file. */
#ifndef TEXT_FILES_H
#define TEXT_FILES_H

#include "../../src/core/base/files.h"
#include "check.h"

static ae_status
write_text (const char *file, const char *text, ae_error *err)
{
  ae_part part = { text, strlen (text) };

  return ae_write_file (file, &part, 1, err);
}

/* What the file holds, "" when there is none. */
static const char *
read_text (const char *file)
{
  static char text[100];
  FILE *f = fopen (file, "rb");
  size_t n = f ? fread (text, 1, sizeof text - 1, f) : 0;

  text[n] = '\0';
  if (f)
    fclose (f);
  return text;
}

#endif
