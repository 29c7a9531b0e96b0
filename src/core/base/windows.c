/* Windows, with the compiler that comes with Octave there (mingw-w64). */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0601
#include "platform.h"

#include <windows.h>

#include <malloc.h>
#include <psapi.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* ---- memory ---- */

void *
ae_system_alloc (size_t bytes)
{
  return _aligned_malloc (bytes, AE_ALIGN);
}

void
ae_system_free (void *p)
{
  _aligned_free (p);
}

int
ae_system_room (size_t bytes)
{
  void *p = malloc (bytes);

  free (p);
  return p != NULL;
}

/* ---- libraries ---- */

/* Windows keeps names by module: all that are loaded are asked in turn. */
void *
ae_find_symbol (const char *name)
{
  static HMODULE modules[2048];
  DWORD bytes = 0;

  if (! K32EnumProcessModules (GetCurrentProcess (), modules, sizeof modules, &bytes))
    return NULL;
  if (bytes > sizeof modules)
    bytes = sizeof modules;
  for (size_t i = 0; i < bytes / sizeof *modules; i++)
    {
      FARPROC f = GetProcAddress (modules[i], name);

      if (f)
        return (void *) (uintptr_t) f;
    }
  return NULL;
}

static HMODULE
module_of (void *symbol)
{
  HMODULE module = NULL;

  if (! symbol
      || ! GetModuleHandleExA (GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                               symbol, &module))
    return NULL;
  return module;
}

/* Those that the library was linked with are not asked: OpenBLAS is one file. */
void *
ae_find_symbol_near (const char *name, void *symbol)
{
  HMODULE module = module_of (symbol);

  if (! module || module == GetModuleHandleA (NULL))
    return ae_find_symbol (name);
  return (void *) (uintptr_t) GetProcAddress (module, name);
}

const char *
ae_library_of (void *symbol)
{
  static char name[MAX_PATH];
  HMODULE module = module_of (symbol);

  return module && GetModuleFileNameA (module, name, sizeof name) ? name : "";
}

/* ---- interrupts ---- */

static void (*before) (int);
static void (*taken) (int);

/* Windows forgets a handler when it has called it. */
static void
call_taken (int sig)
{
  signal (sig, call_taken);
  taken (sig);
}

void
ae_take_interrupts (void (*handler) (int))
{
  taken = handler;
  before = signal (SIGINT, call_taken);
}

void
ae_give_interrupts_back (void)
{
  signal (SIGINT, before);
}

void
ae_pass_interrupt_on (int sig)
{
  if (before != SIG_IGN && before != SIG_DFL && before != SIG_ERR)
    before (sig);
}

/* ---- processors and time ---- */

int
ae_processors (void)
{
  DWORD_PTR process = 0, machine = 0;

  if (! GetProcessAffinityMask (GetCurrentProcess (), &process, &machine) || process == 0)
    return 1;
  return __builtin_popcountll ((unsigned long long) process);
}

long
ae_preemptions (void)
{
  return 0;
}

void
ae_yield (void)
{
  SwitchToThread ();
}

double
ae_seconds (void)
{
  LARGE_INTEGER ticks, rate;

  QueryPerformanceCounter (&ticks);
  QueryPerformanceFrequency (&rate);
  return (double) ticks.QuadPart / (double) rate.QuadPart;
}

/* ---- files ----

   Write a temporary in the same folder, flush it to the disk, move it over the
   old one; MoveFileEx returns when the move itself is on the disk. */

enum { LONGEST = 4096 }; /* letters of a path */

/* One replacement on its way; Octave's paths are in UTF-8. */
typedef struct {
  wchar_t target[LONGEST]; /* with links followed */
  wchar_t temporary[LONGEST + 64];
  HANDLE file; /* the temporary */
} task_data;

static const struct {
  DWORD code;
  ae_reason reason;
} reasons[] = {
  { ERROR_DISK_FULL, AE_NO_SPACE },
  { ERROR_HANDLE_DISK_FULL, AE_NO_SPACE },
  { 1295 /* ERROR_DISK_QUOTA_EXCEEDED, which older headers lack */, AE_NO_QUOTA },
  { ERROR_FILE_TOO_LARGE, AE_TOO_LARGE },
  { ERROR_ACCESS_DENIED, AE_DENIED },
  { ERROR_WRITE_PROTECT, AE_READ_ONLY },
  { ERROR_SHARING_VIOLATION, AE_IN_USE },
  { ERROR_LOCK_VIOLATION, AE_IN_USE },
  { ERROR_USER_MAPPED_FILE, AE_IN_USE },
  { ERROR_PATH_NOT_FOUND, AE_NO_FOLDER },
  { ERROR_BAD_NETPATH, AE_NO_FOLDER },
  { ERROR_BAD_NET_NAME, AE_NO_FOLDER },
  { ERROR_DIRECTORY, AE_NOT_A_FOLDER },
  { ERROR_FILENAME_EXCED_RANGE, AE_LONG_NAME },
  { ERROR_BUFFER_OVERFLOW, AE_LONG_NAME },
  { ERROR_INSUFFICIENT_BUFFER, AE_LONG_NAME },
  { ERROR_INVALID_NAME, AE_BAD_NAME },
  { ERROR_BAD_PATHNAME, AE_BAD_NAME },
  { ERROR_NO_UNICODE_TRANSLATION, AE_BAD_NAME },
  { ERROR_CANT_RESOLVE_FILENAME, AE_LINK_CIRCLE },
};

static ae_reason
reason_of (DWORD code)
{
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (reasons[i].code == code)
      return reasons[i].reason;
  return AE_OTHER_REASON;
}

void
ae_system_words (int code, char *out, size_t size)
{
  snprintf (out, size, "Windows error %d", code);
}

/* The file that a link leads to is replaced, not the link. */
static void
follow_links (task_data *j)
{
  wchar_t path[LONGEST];
  HANDLE f = CreateFileW (j->target, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                          FILE_ATTRIBUTE_NORMAL, NULL);
  DWORD n = 0;

  if (f == INVALID_HANDLE_VALUE)
    return;
  n = GetFinalPathNameByHandleW (f, path, LONGEST, FILE_NAME_NORMALIZED | VOLUME_NAME_DOS);
  CloseHandle (f);
  if (n > 0 && n < LONGEST)
    wcscpy (j->target, path);
}

/* An existing target must be a file that may be written. */
static ae_reason
check_target (task_data *j, const char *path, DWORD *code)
{
  size_t n = strlen (path);
  DWORD attributes;

  if (path[n - 1] == '/' || path[n - 1] == '\\')
    return AE_FOLDER_NAME;
  if (! MultiByteToWideChar (CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, j->target, LONGEST))
    return reason_of (*code = GetLastError ());
  attributes = GetFileAttributesW (j->target);
  if (attributes == INVALID_FILE_ATTRIBUTES)
    return GetLastError () == ERROR_FILE_NOT_FOUND ? AE_WRITTEN : reason_of (*code = GetLastError ());
  if (attributes & FILE_ATTRIBUTE_DIRECTORY)
    return AE_IS_A_FOLDER;
  if (attributes & FILE_ATTRIBUTE_DEVICE)
    return AE_NOT_REGULAR;
  if (attributes & FILE_ATTRIBUTE_READONLY)
    return AE_DENIED;
  if (attributes & FILE_ATTRIBUTE_REPARSE_POINT)
    follow_links (j);
  return AE_WRITTEN;
}

/* Letters of the folder in front of the file's name. */
static size_t
folder_length (const wchar_t *path)
{
  size_t n = wcslen (path);

  while (n > 0 && path[n - 1] != L'/' && path[n - 1] != L'\\' && path[n - 1] != L':')
    n--;
  return n;
}

/* 0 or an error number. */
static DWORD
open_temporary (task_data *j)
{
  static atomic_uint counter;
  size_t folder = folder_length (j->target);

  for (int attempt = 0; attempt < 100; attempt++)
    {
      memcpy (j->temporary, j->target, folder * sizeof *j->target);
      swprintf (j->temporary + folder, 60, L".ae-%lx-%lx-%x.tmp", (unsigned long) GetCurrentProcessId (),
                (unsigned long) GetTickCount (), atomic_fetch_add (&counter, 1));
      j->file = CreateFileW (j->temporary, GENERIC_WRITE, 0, NULL, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, NULL);
      if (j->file != INVALID_HANDLE_VALUE)
        return 0;
      if (GetLastError () != ERROR_FILE_EXISTS)
        break;
    }
  return GetLastError ();
}

/* All bytes of one part; 0 or an error number. */
static DWORD
write_part (HANDLE file, const ae_part *part)
{
  enum { PIECE = 1 << 28 };
  const char *data = part->data;
  size_t left = part->bytes;

  while (left > 0)
    {
      DWORD written = 0;

      if (! WriteFile (file, data, (DWORD) (left < PIECE ? left : PIECE), &written, NULL))
        return GetLastError ();
      if (written == 0)
        return ERROR_WRITE_FAULT;
      data += written;
      left -= written;
    }
  return 0;
}

/* Fills, flushes and closes the temporary; 0 or an error number. */
static DWORD
fill_temporary (task_data *j, const ae_part *parts, size_t nparts)
{
  DWORD code = 0;

  for (size_t i = 0; i < nparts && ! code; i++)
    code = write_part (j->file, &parts[i]);
  if (! code && ! FlushFileBuffers (j->file))
    code = GetLastError ();
  if (! CloseHandle (j->file) && ! code)
    code = GetLastError ();
  return code;
}

ae_reason
ae_replace_file (const char *path, const ae_part *parts, size_t nparts, int *code)
{
  task_data j;
  DWORD number = 0;
  ae_reason reason = check_target (&j, path, &number);

  if (reason == AE_WRITTEN)
    {
      number = open_temporary (&j);
      reason = number ? reason_of (number) : AE_WRITTEN;
    }
  if (reason == AE_WRITTEN)
    {
      number = fill_temporary (&j, parts, nparts);
      if (! number && ! MoveFileExW (j.temporary, j.target, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        number = GetLastError ();
      if (number)
        DeleteFileW (j.temporary);
      reason = number ? reason_of (number) : AE_WRITTEN;
    }
  *code = (int) number;
  return reason;
}
