/* Files seen as memory: not on Windows yet, which is said in words. */
#include "mapping.h"

ae_status
ae_map_file (ae_mapping *map, const char *path, uint64_t offset, uint64_t bytes, ae_error *err)
{
  (void) map, (void) path, (void) offset, (void) bytes;
  return ae_fail (err, AE_FILE, "system", "files cannot be read as memory on this system");
}

void
ae_unmap_file (ae_mapping *map)
{
  (void) map;
}

ae_status
ae_mapping_status (const ae_mapping *map, const char *path, ae_error *err)
{
  (void) map, (void) path, (void) err;
  return AE_OK;
}
