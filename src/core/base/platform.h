/* What differs between systems: one header, and one file a system (posix.c,
   windows.c), of which src/Makefile compiles the right one.  Threads come from
   crew_openmp.c or, with a compiler that has no OpenMP, from crew_pthreads.c.

   Copyright (C) 2026 The autoencoder developers.  GPL-3.0-or-later. */
#ifndef AE_PLATFORM_H
#define AE_PLATFORM_H

#include "files.h"

/* ---- memory ---- */

void *ae_system_alloc (size_t bytes); /* aligned to AE_ALIGN; bytes is a multiple of it */
void ae_system_free (void *p);
/* Could the process have so many bytes more? */
int ae_system_room (size_t bytes);

/* ---- libraries ---- */

/* A function by name in whatever this process has loaded; NULL: none. */
void *ae_find_symbol (const char *name);
/* The same, but only in the library that `symbol` came from and in those that it
   was linked with; in all where symbol is none or part of the program itself. */
void *ae_find_symbol_near (const char *name, void *symbol);
/* The file that the function came from, "" when unknown; the text stays until the
   next call. */
const char *ae_library_of (void *symbol);

/* ---- interrupts ---- */

/* Ctrl-C calls handler until it is given back. */
void ae_take_interrupts (void (*handler) (int));
void ae_give_interrupts_back (void);
/* What Ctrl-C would have done without us. */
void ae_pass_interrupt_on (int sig);

/* ---- processors ---- */

int ae_processors (void); /* that this process may use */
void ae_yield (void);     /* lets another thread run */
/* How often this process has had to leave a processor to others; always 0 where
   the system does not say. */
long ae_preemptions (void);

/* A crew of n threads, the calling one among them, that all run
   member (arg, 0 .. n-1); returns when all have.  Fewer may come. */
void ae_crew_run (int n, void (*member) (void *arg, int number), void *arg);
/* How many threads a crew has unless told otherwise. */
int ae_crew_default (void);
/* Is this thread already one of several? */
int ae_crew_busy (void);
/* The crew's own default, which some libraries change, kept and put back. */
int ae_crew_limit (void);
void ae_crew_set_limit (int n);
int ae_crew_is_openmp (void);

/* ---- files ---- */

/* Why a file could not be written; files.c has the words. */
typedef enum {
  AE_WRITTEN,
  AE_NO_SPACE,
  AE_NO_QUOTA,
  AE_TOO_LARGE,
  AE_DENIED,
  AE_READ_ONLY,
  AE_IN_USE,
  AE_NO_FOLDER,
  AE_NOT_A_FOLDER,
  AE_LONG_NAME,
  AE_BAD_NAME,
  AE_LINK_CIRCLE,
  AE_FOLDER_NAME,
  AE_IS_A_FOLDER,
  AE_NOT_REGULAR,
  AE_OTHER_REASON
} ae_reason;

/* Replaces the file by the parts in one step, flushed to the disk, or leaves
   the old one as it is.  After AE_OTHER_REASON *code is the system's number. */
ae_reason ae_replace_file (const char *path, const ae_part *parts, size_t nparts, int *code);
void ae_system_words (int code, char *out, size_t size);

#endif
