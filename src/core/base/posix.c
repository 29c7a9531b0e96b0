/* Linux, macOS, the BSDs. */
#define _GNU_SOURCE /* O_TMPFILE, RTLD_DEFAULT */
#include "platform.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* ---- memory ---- */

void *
ae_system_alloc (size_t bytes)
{
  return aligned_alloc (AE_ALIGN, bytes);
}

void
ae_system_free (void *p)
{
  free (p);
}

int
ae_system_room (size_t bytes)
{
  void *p = mmap (NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);

  return p != MAP_FAILED && munmap (p, bytes) == 0;
}

/* ---- libraries ---- */

void *
ae_find_symbol (const char *name)
{
  return dlsym (RTLD_DEFAULT, name);
}

static const char *
loaded_as (void *symbol)
{
  Dl_info info;

  return symbol && dladdr (symbol, &info) && info.dli_fname ? info.dli_fname : "";
}

void *
ae_find_symbol_near (const char *name, void *symbol)
{
  void *library = dlopen (loaded_as (symbol), RTLD_LAZY | RTLD_NOLOAD);
  void *found;

  if (! library)
    return ae_find_symbol (name);
  found = dlsym (library, name);
  dlclose (library); /* counts only: it was loaded before */
  return found;
}

/* Where links lead to: Debian's libblas.so.3 is whatever was chosen. */
const char *
ae_library_of (void *symbol)
{
  static char place[PATH_MAX];
  const char *name = loaded_as (symbol);

  return realpath (name, place) ? place : name;
}

/* ---- interrupts ---- */

static struct sigaction before;

void
ae_take_interrupts (void (*handler) (int))
{
  struct sigaction now;

  sigemptyset (&now.sa_mask);
  now.sa_flags = SA_RESTART;
  now.sa_handler = handler;
  sigaction (SIGINT, &now, &before);
}

void
ae_give_interrupts_back (void)
{
  sigaction (SIGINT, &before, NULL);
}

void
ae_pass_interrupt_on (int sig)
{
  if (before.sa_handler != SIG_IGN && before.sa_handler != SIG_DFL)
    before.sa_handler (sig);
}

/* ---- processors and time ---- */

int
ae_processors (void)
{
  long n = sysconf (_SC_NPROCESSORS_ONLN);

#ifdef CPU_COUNT
  cpu_set_t allowed;

  if (sched_getaffinity (0, sizeof allowed, &allowed) == 0)
    n = CPU_COUNT (&allowed);
#endif
  return n > 0 ? (int) n : 1;
}

long
ae_preemptions (void)
{
  struct rusage used;

  return getrusage (RUSAGE_SELF, &used) == 0 ? used.ru_nivcsw : 0;
}

void
ae_yield (void)
{
  sched_yield ();
}

double
ae_seconds (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double) t.tv_sec + 1e-9 * (double) t.tv_nsec;
}

/* ---- files ----

   Write a temporary in the same folder, flush it to the disk, rename it over
   the old one, flush the folder.  Where the system can, the temporary has no
   name until it is whole, so that a killed process leaves nothing behind. */

/* One replacement on its way. */
typedef struct {
  const char *shown;     /* the path as the caller gave it */
  char target[PATH_MAX]; /* with symbolic links followed */
  char folder[PATH_MAX];
  char temporary[PATH_MAX];
  mode_t mode; /* of the new file; 0: what the umask gives */
  int fd;      /* of the temporary */
  int unnamed; /* the temporary has no name yet */
} task_data;

static const struct {
  int code;
  ae_reason reason;
} reasons[] = {
  { ENOSPC, AE_NO_SPACE },     { EDQUOT, AE_NO_QUOTA },  { EFBIG, AE_TOO_LARGE },
  { EACCES, AE_DENIED },       { EPERM, AE_DENIED },     { EROFS, AE_READ_ONLY },
  { ENOENT, AE_NO_FOLDER },    { ENOTDIR, AE_NOT_A_FOLDER },
  { ENAMETOOLONG, AE_LONG_NAME }, { ELOOP, AE_LINK_CIRCLE },
};

static ae_reason
reason_of (int code)
{
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (reasons[i].code == code)
      return reasons[i].reason;
  return AE_OTHER_REASON;
}

void
ae_system_words (int code, char *out, size_t size)
{
  snprintf (out, size, "%s", strerror (code));
}

/* Fills target and folder: the file that a symbolic link leads to is replaced,
   not the link.  0 or an errno. */
static int
find_target (task_data *j)
{
  char *slash;

  if (strlen (j->shown) >= PATH_MAX)
    return ENAMETOOLONG;
  if (! realpath (j->shown, j->target))
    {
      if (errno != ENOENT)
        return errno;
      strcpy (j->target, j->shown);
    }
  strcpy (j->folder, j->target);
  slash = strrchr (j->folder, '/');
  if (! slash)
    strcpy (j->folder, ".");
  else if (slash == j->folder)
    slash[1] = '\0';
  else
    *slash = '\0';
  return 0;
}

/* An existing target must be a regular file that may be written; the new one
   gets its permissions. */
static ae_reason
check_target (task_data *j, int *code)
{
  struct stat s;
  size_t n = strlen (j->target);

  if (j->target[n - 1] == '/')
    return AE_FOLDER_NAME;
  if (stat (j->target, &s) != 0)
    return errno == ENOENT ? AE_WRITTEN : reason_of (*code = errno);
  if (S_ISDIR (s.st_mode))
    return AE_IS_A_FOLDER;
  if (! S_ISREG (s.st_mode))
    return AE_NOT_REGULAR;
  if (access (j->target, W_OK) != 0)
    return reason_of (*code = errno);
  j->mode = s.st_mode & 0777;
  return AE_WRITTEN;
}

/* A name in the target's folder that is not in use, most likely. */
static int
make_name (task_data *j)
{
  static atomic_uint counter;
  struct timespec now;
  int n;

  clock_gettime (CLOCK_REALTIME, &now);
  n = snprintf (j->temporary, sizeof j->temporary, "%s/.ae-%lx-%lx-%x.tmp", j->folder, (long) getpid (), now.tv_nsec,
                atomic_fetch_add (&counter, 1));
  return n > 0 && (size_t) n < sizeof j->temporary;
}

/* A file without a name; 0 where the system or the file system has none. */
static int
open_unnamed (task_data *j)
{
#if defined O_TMPFILE && ! defined AE_NAMED_TEMPORARY
  if (access ("/proc/self/fd", X_OK) == 0)
    j->fd = open (j->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
#endif
  j->unnamed = j->fd >= 0;
  return j->unnamed;
}

/* 0 or an errno. */
static int
open_temporary (task_data *j)
{
  if (open_unnamed (j))
    return 0;
  for (int attempt = 0; attempt < 100; attempt++)
    {
      if (! make_name (j))
        return ENAMETOOLONG;
      j->fd = open (j->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (j->fd >= 0)
        return 0;
      if (errno != EEXIST)
        break;
    }
  return errno;
}

/* Gives the whole temporary its name; 0 or an errno. */
static int
name_temporary (task_data *j)
{
  char link[64];

  snprintf (link, sizeof link, "/proc/self/fd/%d", j->fd);
  for (int attempt = 0; attempt < 100; attempt++)
    {
      if (! make_name (j))
        return ENAMETOOLONG;
      if (linkat (AT_FDCWD, link, AT_FDCWD, j->temporary, AT_SYMLINK_FOLLOW) == 0)
        {
          j->unnamed = 0;
          return 0;
        }
      if (errno != EEXIST)
        break;
    }
  return errno;
}

/* All bytes of one part; 0 or an errno. */
static int
write_part (int fd, const ae_part *part)
{
  enum { PIECE = 1 << 28 }; /* some systems refuse more than 2 GB a call */
  const char *data = part->data;
  size_t left = part->bytes;

  while (left > 0)
    {
      ssize_t n = write (fd, data, left < PIECE ? left : PIECE);
      if (n < 0 && errno != EINTR)
        return errno;
      if (n == 0)
        return EIO;
      if (n > 0)
        {
          data += n;
          left -= (size_t) n;
        }
    }
  return 0;
}

/* Some file systems cannot flush (EINVAL): that is no failure to write. */
static int
flush (int fd)
{
#ifdef F_FULLFSYNC /* macOS: fsync alone stops at the disk's own cache */
  if (fcntl (fd, F_FULLFSYNC) == 0)
    return 0;
#endif
  if (fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP)
    return 0;
  return errno;
}

/* Fills, flushes and closes the temporary; 0 or an errno. */
static int
fill_temporary (task_data *j, const ae_part *parts, size_t nparts)
{
  int code = 0;
  int fd = j->fd;

  for (size_t i = 0; i < nparts && ! code; i++)
    code = write_part (fd, &parts[i]);
  if (! code && j->mode && fchmod (fd, j->mode) != 0 && errno != EPERM)
    code = errno;
  if (! code)
    code = flush (fd);
  if (! code && j->unnamed)
    code = name_temporary (j);
  if (close (fd) != 0 && ! code && errno != EINTR)
    code = errno;
  return code;
}

/* Makes the rename last.  The new file is whole by now, so only a real
   input/output error counts. */
static int
flush_folder (const task_data *j)
{
  int fd = open (j->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code;

  if (fd < 0)
    return 0;
  code = flush (fd);
  close (fd);
  return code == EIO ? EIO : 0;
}

static int
write_and_rename (task_data *j, const ae_part *parts, size_t nparts)
{
  int code = fill_temporary (j, parts, nparts);

  if (! code && rename (j->temporary, j->target) != 0)
    code = errno;
  if (! code)
    return flush_folder (j);
  if (! j->unnamed)
    unlink (j->temporary);
  return code;
}

/* Beyond `ulimit -f` a write must fail, not end the process. */
ae_reason
ae_replace_file (const char *path, const ae_part *parts, size_t nparts, int *code)
{
  task_data j = { .shown = path, .fd = -1 };
  struct sigaction ignore = { .sa_handler = SIG_IGN }, old;
  ae_reason reason;

  *code = find_target (&j);
  if (*code)
    return reason_of (*code);
  reason = check_target (&j, code);
  if (reason != AE_WRITTEN)
    return reason;
  *code = open_temporary (&j);
  if (*code)
    return reason_of (*code);
  sigaction (SIGXFSZ, &ignore, &old);
  *code = write_and_rename (&j, parts, nparts);
  sigaction (SIGXFSZ, &old, NULL);
  return *code ? reason_of (*code) : AE_WRITTEN;
}
