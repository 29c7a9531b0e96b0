/* Files seen as memory.  Windows lets nobody cut a file that is mapped, so that
   a mapping holds what it held at first. */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0601
#include "mapping.h"
#include "platform.h"

#include <windows.h>

#include <string.h>

enum { LONGEST = 4096 }; /* letters of a path */

static ae_status
refuse (const char *what, const char *path, ae_error *err)
{
  char words[64];

  ae_system_words ((int) GetLastError (), words, sizeof words);
  return ae_fail (err, AE_FILE, "file", "cannot %s %.300s: %s", what, path, words);
}

/* Opens a regular file that holds that many bytes. */
static ae_status
open_checked (HANDLE *file, const char *path, uint64_t offset, uint64_t bytes, ae_error *err)
{
  wchar_t name[LONGEST];
  LARGE_INTEGER size;

  *file = INVALID_HANDLE_VALUE;
  if (MultiByteToWideChar (CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, name, LONGEST))
    *file = CreateFileW (name, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                         FILE_ATTRIBUTE_NORMAL, NULL);
  if (*file == INVALID_HANDLE_VALUE || ! GetFileSizeEx (*file, &size))
    return refuse ("read", path, err);
  if (GetFileType (*file) != FILE_TYPE_DISK)
    return ae_fail (err, AE_FILE, "file", "%.300s is not a regular file", path);
  if (offset > (uint64_t) size.QuadPart || bytes > (uint64_t) size.QuadPart - offset)
    return ae_fail (err, AE_FILE, "file", "%.300s has %llu bytes, fewer than the %llu wanted", path,
                    (unsigned long long) size.QuadPart, (unsigned long long) offset + bytes);
  if (bytes < 1 || bytes > SIZE_MAX / 2)
    return ae_fail (err, AE_FILE, "file", "%.300s: %llu bytes cannot be mapped", path, (unsigned long long) bytes);
  return AE_OK;
}

/* The view stays when the handles are closed. */
static void *
view (HANDLE file, uint64_t start, size_t bytes)
{
  HANDLE all = CreateFileMappingW (file, NULL, PAGE_READONLY, 0, 0, NULL);
  void *base = all ? MapViewOfFile (all, FILE_MAP_READ, (DWORD) (start >> 32), (DWORD) start, bytes) : NULL;

  if (all)
    CloseHandle (all);
  return base;
}

ae_status
ae_map_file (ae_mapping *map, const char *path, uint64_t offset, uint64_t bytes, ae_error *err)
{
  HANDLE file;
  SYSTEM_INFO system;
  uint64_t start;
  ae_status status = open_checked (&file, path, offset, bytes, err);

  memset (map, 0, sizeof *map);
  GetSystemInfo (&system);
  start = offset / system.dwAllocationGranularity * system.dwAllocationGranularity;
  if (status == AE_OK)
    {
      map->bytes = (size_t) (offset - start + bytes);
      map->base = view (file, start, map->bytes);
      if (! map->base)
        status = refuse ("map", path, err);
      else
        map->data = (const char *) map->base + (offset - start);
    }
  if (file != INVALID_HANDLE_VALUE)
    CloseHandle (file);
  return status;
}

void
ae_unmap_file (ae_mapping *map)
{
  if (map->base)
    UnmapViewOfFile (map->base);
  map->base = NULL;
}

void
ae_mapping_shuffled (const ae_mapping *map)
{
  (void) map;
}

ae_status
ae_mapping_status (const ae_mapping *map, const char *path, ae_error *err)
{
  (void) map, (void) path, (void) err;
  return AE_OK;
}
