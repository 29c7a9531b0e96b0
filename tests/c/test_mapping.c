/* Files as memory: the right bytes, refusals, and a file that somebody cuts
   while it is mapped. */
#include "check.h"
#include "../../src/core/base/mapping.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BYTES = 100000 };

static char path[] = "/tmp/ae-mapping-XXXXXX";

/* Byte i of the file is i mod 251. */
static void
write_file (void)
{
  FILE *f;
  int fd;

  strcpy (path + strlen (path) - 6, "XXXXXX");
  fd = mkstemp (path);
  f = fdopen (fd, "wb");
  for (int i = 0; i < BYTES; i++)
    putc (i % 251, f);
  fclose (f);
}

TEST (a_part_of_a_file)
{
  ae_mapping map = { 0 };
  ae_error err;

  write_file ();
  for (int offset = 0; offset < BYTES; offset += 4567)
    {
      const unsigned char *v;

      CHECK (ae_map_file (&map, path, (uint64_t) offset, (uint64_t) (BYTES - offset), &err) == AE_OK);
      v = map.data;
      CHECK (v[0] == offset % 251);
      CHECK (v[BYTES - offset - 1] == (BYTES - 1) % 251);
      CHECK (ae_mapping_status (&map, path, &err) == AE_OK);
      ae_unmap_file (&map);
      ae_unmap_file (&map);
    }
  unlink (path);
}

TEST (read_here_and_there)
{
  ae_mapping map = { 0 }, again = { 0 };
  ae_error err;

  write_file ();
  ae_mapping_shuffled (&map); /* nothing is mapped */
  CHECK (ae_map_file (&map, path, 1, BYTES - 1, &err) == AE_OK);
  CHECK (ae_map_file (&again, path, 0, BYTES, &err) == AE_OK);
  CHECK (again.record == map.record);
  map.faults = -1000; /* as if so many pages had been waited for */
  ae_unmap_file (&map);
  ae_mapping_shuffled (&again);
  for (int i = 0; i < BYTES; i += 4099)
    CHECK (((const unsigned char *) again.data)[i] == i % 251);
  ae_unmap_file (&again);
  unlink (path);
}

TEST (what_cannot_be_mapped)
{
  ae_mapping map = { 0 };
  ae_error err;

  write_file ();
  CHECK (ae_map_file (&map, path, 1, BYTES, &err) == AE_FILE);
  CHECK (strstr (err.text, "has 100000 bytes, fewer than the 100001 wanted") != NULL);
  CHECK (ae_map_file (&map, path, UINT64_MAX, 2, &err) == AE_FILE);
  CHECK (ae_map_file (&map, path, 2, UINT64_MAX, &err) == AE_FILE);
  CHECK (ae_map_file (&map, path, 0, 0, &err) == AE_FILE);
  CHECK (ae_map_file (&map, "/tmp", 0, 1, &err) == AE_FILE);
  CHECK (ae_map_file (&map, "/no/such/file", 0, 1, &err) == AE_FILE);
  CHECK (map.base == NULL);
  unlink (path);
}

#ifdef _WIN32

TEST (a_file_that_is_mapped_cannot_be_cut)
{
  ae_mapping map = { 0 };
  ae_error err;

  write_file ();
  CHECK (ae_map_file (&map, path, 0, BYTES, &err) == AE_OK);
  CHECK (truncate (path, 10000) != 0);
  CHECK (((const unsigned char *) map.data)[BYTES - 1] == (BYTES - 1) % 251);
  ae_unmap_file (&map);
  unlink (path);
}

#else

TEST (a_file_that_is_cut_gives_zeros_and_an_error)
{
  ae_mapping map[2] = { { 0 }, { 0 } };
  const unsigned char *v, *w;
  ae_error err;
  long sum = 0;

  write_file ();
  CHECK (ae_map_file (&map[0], path, 0, BYTES, &err) == AE_OK);
  CHECK (ae_map_file (&map[1], path, 5000, 100, &err) == AE_OK);
  v = map[0].data;
  w = map[1].data;
  CHECK (truncate (path, 10000) == 0);
  CHECK (v[9999] == 9999 % 251 && w[99] == 5099 % 251);
  for (int i = 16384; i < BYTES; i++)
    sum += v[i];
  CHECK (sum == 0);
  CHECK (ae_mapping_status (&map[0], path, &err) == AE_FILE);
  CHECK (strstr (err.text, "was cut while it was read") != NULL);
  CHECK (ae_mapping_status (&map[1], path, &err) == AE_OK);
  ae_unmap_file (&map[0]);
  ae_unmap_file (&map[1]);
  unlink (path);
}

#endif
