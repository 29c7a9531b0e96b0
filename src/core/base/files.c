/* Atomic replacement of a file: write a temporary in the same folder, flush it
   to the disk, rename it over the old one, flush the folder.  Where the system
   can, the temporary has no name until it is whole, so that a killed process
   leaves nothing behind. */
#define _GNU_SOURCE /* O_TMPFILE */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* One replacement on its way. */
typedef struct {
  const char *shown;     /* the path as the caller gave it */
  char target[PATH_MAX]; /* with symbolic links followed */
  char folder[PATH_MAX];
  char temporary[PATH_MAX];
  mode_t mode; /* of the new file; 0: what the umask gives */
  int fd;      /* of the temporary */
  int unnamed; /* the temporary has no name yet */
} job;

/* Words for the errors that a person can do something about. */
static const struct {
  int code;
  const char *what, *text;
} reasons[] = {
  { ENOSPC, "full", "no space is left on the disk" },
  { EDQUOT, "full", "the disk quota is used up" },
  { EFBIG, "full", "the file would be larger than the system allows" },
  { EACCES, "access", "permission denied" },
  { EPERM, "access", "permission denied" },
  { EROFS, "access", "the file system is read-only" },
  { ENOENT, "folder", "its folder does not exist" },
  { ENOTDIR, "folder", "a part of its path is not a folder" },
  { ENAMETOOLONG, "name", "the name is too long" },
  { ELOOP, "name", "its symbolic links go in a circle" },
};

static ae_status
fail (const job *j, int code, ae_error *err)
{
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (reasons[i].code == code)
      return ae_fail (err, AE_FILE, reasons[i].what, "cannot write %.300s: %s", j->shown, reasons[i].text);
  return ae_fail (err, AE_FILE, "file", "cannot write %.300s: %s", j->shown, strerror (code));
}

/* Fills target and folder: the file that a symbolic link leads to is replaced,
   not the link. */
static ae_status
find_target (job *j, ae_error *err)
{
  char *slash;

  if (strlen (j->shown) >= PATH_MAX)
    return fail (j, ENAMETOOLONG, err);
  if (! j->shown[0])
    return ae_fail (err, AE_FILE, "name", "a file's name must not be empty");
  if (! realpath (j->shown, j->target))
    {
      if (errno != ENOENT)
        return fail (j, errno, err);
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
  return AE_OK;
}

/* An existing target must be a regular file that may be written; the new one
   gets its permissions. */
static ae_status
check_target (job *j, ae_error *err)
{
  struct stat s;
  size_t n = strlen (j->target);

  if (j->target[n - 1] == '/')
    return ae_fail (err, AE_FILE, "name", "cannot write %.300s: it is a folder's name", j->shown);
  if (stat (j->target, &s) != 0)
    return errno == ENOENT ? AE_OK : fail (j, errno, err);
  if (S_ISDIR (s.st_mode))
    return ae_fail (err, AE_FILE, "name", "cannot write %.300s: it is a folder", j->shown);
  if (! S_ISREG (s.st_mode))
    return ae_fail (err, AE_FILE, "name", "cannot write %.300s: it is not a regular file", j->shown);
  if (access (j->target, W_OK) != 0)
    return fail (j, errno, err);
  j->mode = s.st_mode & 0777;
  return AE_OK;
}

/* A name in the target's folder that is not in use, most likely. */
static int
make_name (job *j)
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
open_unnamed (job *j)
{
#if defined O_TMPFILE && ! defined AE_NAMED_TEMPORARY
  if (access ("/proc/self/fd", X_OK) == 0)
    j->fd = open (j->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
#endif
  j->unnamed = j->fd >= 0;
  return j->unnamed;
}

static ae_status
open_temporary (job *j, ae_error *err)
{
  if (open_unnamed (j))
    return AE_OK;
  for (int attempt = 0; attempt < 100; attempt++)
    {
      if (! make_name (j))
        return fail (j, ENAMETOOLONG, err);
      j->fd = open (j->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (j->fd >= 0)
        return AE_OK;
      if (errno != EEXIST)
        break;
    }
  return fail (j, errno, err);
}

/* Gives the whole temporary its name; 0 or an errno. */
static int
name_temporary (job *j)
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
  if (fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP)
    return 0;
  return errno;
}

/* Fills, flushes and closes the temporary; 0 or an errno. */
static int
fill_temporary (job *j, const ae_part *parts, size_t nparts)
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
flush_folder (const job *j)
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
write_and_rename (job *j, const ae_part *parts, size_t nparts)
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

ae_status
ae_write_file (const char *path, const ae_part *parts, size_t nparts, ae_error *err)
{
  job j = { .shown = path, .fd = -1 };
  struct sigaction ignore = { .sa_handler = SIG_IGN }, old;
  int code;

  if (find_target (&j, err) != AE_OK || check_target (&j, err) != AE_OK || open_temporary (&j, err) != AE_OK)
    return err->status;
  /* Beyond `ulimit -f` a write must fail, not end the process. */
  sigaction (SIGXFSZ, &ignore, &old);
  code = write_and_rename (&j, parts, nparts);
  sigaction (SIGXFSZ, &old, NULL);
  return code ? fail (&j, code, err) : AE_OK;
}
