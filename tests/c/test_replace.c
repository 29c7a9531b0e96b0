/* ae_write_file where any system can show it; what only POSIX has is in
   test_files.c. */
#include "text_files.h"

static char path[600];

/* A name in the folder for temporary files. */
static const char *
place (const char *name)
{
  static const char *const variables[] = { "TMPDIR", "TEMP", "TMP" };
  const char *folder = NULL;

  for (int i = 0; i < 3 && ! folder; i++)
    folder = getenv (variables[i]);
  snprintf (path, sizeof path, "%.500s/%s", folder ? folder : "/tmp", name);
  return path;
}

TEST (a_file_is_made_and_replaced)
{
  const char *file = place ("ae-replace-test");
  ae_part parts[3] = { { "one", 3 }, { NULL, 0 }, { " two", 4 } };
  ae_error err = { AE_OK, "", "" };

  remove (file);
  CHECK (ae_write_file (file, parts, 3, &err) == AE_OK);
  CHECK (strcmp (read_text (file), "one two") == 0);
  CHECK (write_text (file, "line\n", &err) == AE_OK); /* and no \r comes in */
  CHECK (strcmp (read_text (file), "line\n") == 0);
  CHECK (ae_write_file (file, NULL, 0, &err) == AE_OK);
  CHECK (strcmp (read_text (file), "") == 0);
  if (err.status != AE_OK)
    printf ("%s\n", err.text);
  CHECK (remove (file) == 0);
}

TEST (a_name_of_letters_beyond_ascii_will_do)
{
  const char *file = place ("ae-\xc3\xa4\xe2\x82\xac.test");
  ae_error err;

  CHECK (write_text (file, "x", &err) == AE_OK);
  CHECK (write_text (file, "y", &err) == AE_OK);
}

static void
check_refused (const char *file, const char *what)
{
  ae_error err = { AE_OK, "", "" };

  CHECK (write_text (file, "x", &err) == AE_FILE);
  CHECK (strcmp (err.what, what) == 0);
  if (strcmp (err.what, what) != 0)
    printf ("%s: %s: %s\n", file, err.what, err.text);
}

TEST (bad_names_are_refused_in_words)
{
  static char longer[9000];

  check_refused ("", "name");
  check_refused (place (""), "name");
  check_refused (place ("ae-no-such-folder/model"), "folder");
  memset (longer, 'x', sizeof longer - 1);
  check_refused (longer, "name");
}

TEST (a_file_that_is_being_read_is_replaced_or_refused_but_never_torn)
{
  const char *file = place ("ae-open-test");
  ae_error err;
  FILE *f;

  CHECK (write_text (file, "old", &err) == AE_OK);
  f = fopen (file, "rb");
  CHECK (f != NULL);
  if (write_text (file, "new", &err) == AE_OK)
    CHECK (strcmp (read_text (file), "new") == 0);
  else
    CHECK (strcmp (err.what, "access") == 0 && strcmp (read_text (file), "old") == 0);
  if (f)
    fclose (f);
  remove (file);
}
