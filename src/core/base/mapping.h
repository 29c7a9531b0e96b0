/* Files seen as memory.

   Copyright (C) 2026 The autoencoder developers.  GPL-3.0-or-later. */
#ifndef AE_MAPPING_H
#define AE_MAPPING_H

#include "../ae.h"

typedef struct ae_mapping {
  void *base;        /* NULL: nothing is held */
  const void *data;  /* the bytes that were asked for */
  size_t bytes;      /* of the mapping, from base */
  int damaged;       /* the file was cut while it was read: zeros were given */
  struct ae_mapping *next;
  int record;        /* which file it is, among those seen lately */
  long faults;       /* pages that the process had waited for when it was mapped */
} ae_mapping;

/* Maps `bytes` bytes from `offset` of a regular file, for reading.  Reading what
   the file no longer holds gives zeros and sets `damaged`.  The struct must
   stay where it is until ae_unmap_file, which an empty one may be given to. */
ae_status ae_map_file (ae_mapping *map, const char *path, uint64_t offset, uint64_t bytes, ae_error *err);
void ae_unmap_file (ae_mapping *map);
/* It will be read here and there: where the file turned out not to fit into memory,
   only what is asked for is read, without its neighbours. */
void ae_mapping_shuffled (const ae_mapping *map);
/* AE_FILE when a mapping is damaged. */
ae_status ae_mapping_status (const ae_mapping *map, const char *path, ae_error *err);

#endif
