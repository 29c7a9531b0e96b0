/* ae_write_file: the old file or the new one, whole, whatever happens. */
#include "text_files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MANY = 50000 }; /* numbers in a large file */

static char folder[] = "/tmp/ae-files-XXXXXX";
static char path[64];

/* Every test has an empty folder of its own. */
static void
start (void)
{
  strcpy (folder + sizeof folder - 7, "XXXXXX");
  if (! mkdtemp (folder))
    exit (2);
  snprintf (path, sizeof path, "%s/model", folder);
}

/* Files in the folder; removes them when asked to. */
static int
count_files (int clean)
{
  DIR *d = opendir (folder);
  struct dirent *e;
  char name[512];
  int n = 0;

  while (d && (e = readdir (d)))
    if (strcmp (e->d_name, ".") != 0 && strcmp (e->d_name, "..") != 0)
      {
        n++;
        snprintf (name, sizeof name, "%s/%s", folder, e->d_name);
        if (clean)
          unlink (name);
      }
  closedir (d);
  if (clean)
    rmdir (folder);
  return n;
}

TEST (parts_are_joined_and_files_replaced)
{
  ae_error err;
  ae_part parts[3] = { { "one", 3 }, { NULL, 0 }, { " two", 4 } };
  struct stat s;

  start ();
  CHECK (ae_write_file (path, parts, 3, &err) == AE_OK);
  CHECK (strcmp (read_text (path), "one two") == 0);
  CHECK (chmod (path, 0640) == 0);
  CHECK (write_text (path, "new", &err) == AE_OK);
  CHECK (strcmp (read_text (path), "new") == 0);
  CHECK (stat (path, &s) == 0 && (s.st_mode & 0777) == 0640);
  CHECK (ae_write_file (path, NULL, 0, &err) == AE_OK);
  CHECK (stat (path, &s) == 0 && s.st_size == 0);
  CHECK (count_files (1) == 1);
}

TEST (a_link_is_followed)
{
  ae_error err;
  char link[80];
  struct stat s;

  start ();
  snprintf (link, sizeof link, "%s/link", folder);
  CHECK (write_text (path, "old", &err) == AE_OK);
  CHECK (symlink ("model", link) == 0);
  CHECK (write_text (link, "new", &err) == AE_OK);
  CHECK (strcmp (read_text (path), "new") == 0);
  CHECK (lstat (link, &s) == 0 && S_ISLNK (s.st_mode));
  CHECK (count_files (1) == 2);
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

TEST (bad_names_are_refused)
{
  char name[400], longer[6000];
  ae_error err;

  start ();
  CHECK (write_text (path, "old", &err) == AE_OK);
  check_refused ("", "name");
  check_refused (folder, "name");
  check_refused ("/dev/full", "name");
  check_refused ("/dev/null", "name");
  snprintf (name, sizeof name, "%s/none/model", folder);
  check_refused (name, "folder");
  snprintf (name, sizeof name, "%s/new/", folder);
  check_refused (name, "name");
  snprintf (name, sizeof name, "%s/model/x", folder);
  check_refused (name, "folder");
  snprintf (name, sizeof name, "%s/%0300d", folder, 1);
  check_refused (name, "name");
  memset (longer, 'x', sizeof longer);
  longer[sizeof longer - 1] = '\0';
  check_refused (longer, "name");
  snprintf (name, sizeof name, "%s/circle", folder);
  CHECK (symlink (name, name) == 0);
  check_refused (name, "name");
  CHECK (strcmp (read_text (path), "old") == 0);
  CHECK (count_files (1) == 2);
}

/* Runs work in a process of its own; its exit status. */
static int
in_child (int (*work) (void))
{
  int status = -1;
  pid_t child;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    _exit (work ());
  waitpid (child, &status, 0);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* 0 when writing fails with this word and text. */
static int
write_fails (const char *what)
{
  static double numbers[MANY];
  ae_part part = { numbers, sizeof numbers };
  ae_error err;

  return ! (ae_write_file (path, &part, 1, &err) == AE_FILE && strcmp (err.what, what) == 0);
}

static int
write_beyond_limit (void)
{
  struct rlimit limit = { 100000, 100000 };

  setrlimit (RLIMIT_FSIZE, &limit);
  return write_fails ("full");
}

/* Root may write everywhere: the test becomes nobody. */
static int
write_without_right (void)
{
  if (getuid () == 0 && setuid (65534) != 0)
    return 1;
  return write_fails ("access");
}

TEST (a_full_disk_loses_nothing)
{
  ae_error err;

  start ();
  CHECK (write_text (path, "old", &err) == AE_OK);
  CHECK (in_child (write_beyond_limit) == 0);
  CHECK (strcmp (read_text (path), "old") == 0);
  CHECK (count_files (1) == 1);
}

TEST (a_read_only_folder_loses_nothing)
{
  ae_error err;

  start ();
  CHECK (write_text (path, "old", &err) == AE_OK);
  CHECK (chmod (path, 0666) == 0 && chmod (folder, 0555) == 0);
  CHECK (in_child (write_without_right) == 0);
  CHECK (strcmp (read_text (path), "old") == 0);
  CHECK (chmod (path, 0444) == 0 && chmod (folder, 0777) == 0);
  CHECK (in_child (write_without_right) == 0); /* the file is protected, the folder is not */
  CHECK (strcmp (read_text (path), "old") == 0);
  CHECK (count_files (1) == 1);
}

/* ---- kill -9 ---- */

/* Writes files of equal numbers, 1, 2, ..., until it is killed. */
static int
write_forever (void)
{
  static uint32_t numbers[MANY];
  ae_part parts[2] = { { numbers, sizeof numbers / 4 }, { numbers, sizeof numbers - sizeof numbers / 4 } };
  ae_error err;

  for (uint32_t k = 1;; k++)
    {
      for (int i = 0; i < MANY; i++)
        numbers[i] = k;
      if (ae_write_file (path, parts, 2, &err) != AE_OK)
        return 1;
    }
}

/* The number that the whole file holds, -1 when it is torn. */
static long
whole_number (void)
{
  static uint32_t numbers[MANY + 1];
  FILE *f = fopen (path, "rb");
  size_t n = f ? fread (numbers, sizeof *numbers, MANY + 1, f) : 0;

  if (f)
    fclose (f);
  if (n != MANY)
    return -1;
  for (int i = 1; i < MANY; i++)
    if (numbers[i] != numbers[0])
      return -1;
  return numbers[0];
}

TEST (kill_at_200_instants_leaves_a_whole_file)
{
  static uint32_t zeros[MANY];
  ae_part part = { zeros, sizeof zeros };
  ae_error err;
  int torn = 0, alive = 0;
  long most = 0;

  start ();
  CHECK (ae_write_file (path, &part, 1, &err) == AE_OK);
  /* A busy machine lets no child come to write so soon: then more, and later. */
  for (uint64_t i = 0; i < 200 || (most == 0 && i < 1200); i++)
    {
      struct timespec wait = { 0, 100000 + (long) (8e6 * ae_uniform (ae_philox (2026, 1, i), 0)) * (1 << i / 200) };
      int status;
      pid_t child = fork ();
      if (child == 0)
        _exit (write_forever ());
      nanosleep (&wait, NULL);
      kill (child, SIGKILL);
      waitpid (child, &status, 0);
      alive += ! WIFSIGNALED (status);
      long k = whole_number ();
      torn += k < 0;
      most = k > most ? k : most;
    }
  CHECK (torn == 0);
  CHECK (alive == 0);
  CHECK (most > 0); /* it did write */
  printf ("200 kills: up to %ld files written between two, %d temporaries left\n", most, count_files (0) - 1);
  count_files (1);
}
