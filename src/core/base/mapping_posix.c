/* Files seen as memory.

   Where a file is cut while it is mapped (or its disk fails), reading raises
   SIGBUS, which would end Octave.  While a mapping is held a handler puts pages
   of zeros there instead and notes it, so that the call ends in an error. */
#define _GNU_SOURCE
#include "mapping.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static ae_mapping *held = NULL; /* all mappings; changed only while no worker reads one */
static struct sigaction before;
static size_t page;

/* The files mapped lately, and how many pages were waited for while they were.  A page
   comes from the disk with neighbours, so a file has been read in full after about
   bytes / READ_AHEAD of them.  Twice as many: what comes has gone again before it is
   wanted. */
enum { RECORDS = 2, READ_AHEAD = 1 << 17 };
static struct { dev_t device; ino_t file; long faults; } records[RECORDS];
static int oldest;

static long
faults_so_far (void)
{
  struct rusage usage;

  return getrusage (RUSAGE_SELF, &usage) == 0 ? usage.ru_majflt : 0;
}

static int
record_of (int fd)
{
  struct stat info;
  int k = 0;

  if (fstat (fd, &info) != 0)
    return 0;
  while (k < RECORDS && (records[k].device != info.st_dev || records[k].file != info.st_ino))
    k++;
  if (k < RECORDS)
    return k;
  k = oldest;
  oldest = (oldest + 1) % RECORDS;
  records[k].device = info.st_dev, records[k].file = info.st_ino, records[k].faults = 0;
  return k;
}

void
ae_mapping_shuffled (const ae_mapping *map)
{
  if (map->base && (double) records[map->record].faults * READ_AHEAD > 2.0 * (double) map->bytes)
    madvise (map->base, map->bytes, MADV_RANDOM);
}

static int
patch (ae_mapping *map, char *at)
{
  char *start = map->base;

  if (at < start || at >= start + map->bytes)
    return 0;
  at = start + (size_t) (at - start) / page * page;
  map->damaged = 1;
  return mmap (at, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
}

static void
on_bus_error (int signal, siginfo_t *info, void *context)
{
  (void) context;
  for (ae_mapping *m = held; m; m = m->next)
    if (patch (m, info->si_addr))
      return;
  /* None of ours: the fault comes again and meets the handler from before. */
  sigaction (signal, &before, NULL);
}

static void
hold (ae_mapping *map)
{
  struct sigaction ours = { .sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO };

  if (! held)
    sigaction (SIGBUS, &ours, &before);
  map->next = held;
  held = map;
}

static void
release (ae_mapping *map)
{
  for (ae_mapping **m = &held; *m; m = &(*m)->next)
    if (*m == map)
      {
        *m = map->next;
        break;
      }
  if (! held)
    sigaction (SIGBUS, &before, NULL);
}

/* Opens a regular file that holds that many bytes. */
static int
open_checked (const char *path, uint64_t offset, uint64_t bytes, ae_error *err)
{
  struct stat info;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, &info) != 0)
    ae_fail (err, AE_FILE, "file", "cannot read %.300s: %s", path, strerror (errno));
  else if (! S_ISREG (info.st_mode))
    ae_fail (err, AE_FILE, "file", "%.300s is not a regular file", path);
  else if (offset > (uint64_t) info.st_size || bytes > (uint64_t) info.st_size - offset)
    ae_fail (err, AE_FILE, "file", "%.300s has %llu bytes, fewer than the %llu wanted", path,
             (unsigned long long) info.st_size, (unsigned long long) offset + bytes);
  else
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

ae_status
ae_map_file (ae_mapping *map, const char *path, uint64_t offset, uint64_t bytes, ae_error *err)
{
  int fd = open_checked (path, offset, bytes, err);
  uint64_t start;

  memset (map, 0, sizeof *map);
  if (fd < 0)
    return AE_FILE;
  page = (size_t) sysconf (_SC_PAGESIZE);
  start = offset / page * page;
  if (bytes < 1 || bytes > SIZE_MAX / 2)
    {
      close (fd);
      return ae_fail (err, AE_FILE, "file", "%.300s: %llu bytes cannot be mapped", path, (unsigned long long) bytes);
    }
  map->bytes = (size_t) (offset - start + bytes);
  map->record = record_of (fd);
  map->faults = faults_so_far ();
  map->base = mmap (NULL, map->bytes, PROT_READ, MAP_SHARED, fd, (off_t) start);
  close (fd);
  if (map->base == MAP_FAILED)
    {
      map->base = NULL;
      return ae_fail (err, AE_FILE, "file", "cannot map %.300s: %s", path, strerror (errno));
    }
  map->data = (const char *) map->base + (offset - start);
  hold (map);
  return AE_OK;
}

void
ae_unmap_file (ae_mapping *map)
{
  if (! map->base)
    return;
  release (map);
  records[map->record].faults += faults_so_far () - map->faults;
  munmap (map->base, map->bytes);
  map->base = NULL;
}

ae_status
ae_mapping_status (const ae_mapping *map, const char *path, ae_error *err)
{
  return map->damaged ? ae_fail (err, AE_FILE, "file", "%.300s was cut while it was read", path) : AE_OK;
}
