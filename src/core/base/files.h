/* Whole files or nothing: writing so that a crash, a full disk or a kill leaves
   the old file or the new one.

   Copyright (C) 2026 The autoencoder developers.  GPL-3.0-or-later. */
#ifndef AE_FILES_H
#define AE_FILES_H

#include "../ae.h"

typedef struct {
  const void *data; /* belongs to the caller */
  size_t bytes;
} ae_part;

/* Replaces the file at path by the parts, one after the other, in one step.
   On an error the old file is untouched and no temporary is left.  `what` of
   the error: "full", "access", "folder", "name" or "file". */
ae_status ae_write_file (const char *path, const ae_part *parts, size_t nparts, ae_error *err);

#endif
