/* Whole files or nothing: platform.h does it, here is what to say when it
   could not. */
#include "platform.h"

/* Words for the errors that a person can do something about. */
static const struct {
  const char *what, *text;
} reasons[AE_OTHER_REASON] = {
  [AE_NO_SPACE] = { "full", "no space is left on the disk" },
  [AE_NO_QUOTA] = { "full", "the disk quota is used up" },
  [AE_TOO_LARGE] = { "full", "the file would be larger than the system allows" },
  [AE_DENIED] = { "access", "permission denied" },
  [AE_READ_ONLY] = { "access", "the file system is read-only" },
  [AE_IN_USE] = { "access", "another program has it open" },
  [AE_NO_FOLDER] = { "folder", "its folder does not exist" },
  [AE_NOT_A_FOLDER] = { "folder", "a part of its path is not a folder" },
  [AE_LONG_NAME] = { "name", "the name is too long" },
  [AE_BAD_NAME] = { "name", "the system does not allow this name" },
  [AE_LINK_CIRCLE] = { "name", "its symbolic links go in a circle" },
  [AE_FOLDER_NAME] = { "name", "it is a folder's name" },
  [AE_IS_A_FOLDER] = { "name", "it is a folder" },
  [AE_NOT_REGULAR] = { "name", "it is not a regular file" },
};

ae_status
ae_write_file (const char *path, const ae_part *parts, size_t nparts, ae_error *err)
{
  ae_reason reason;
  int code = 0;

  if (! path[0])
    return ae_fail (err, AE_FILE, "name", "a file's name must not be empty");
  reason = ae_replace_file (path, parts, nparts, &code);
  if (reason == AE_WRITTEN)
    return AE_OK;
  if (reason == AE_OTHER_REASON)
    {
      char words[160];

      ae_system_words (code, words, sizeof words);
      return ae_fail (err, AE_FILE, "file", "cannot write %.300s: %s", path, words);
    }
  return ae_fail (err, AE_FILE, reasons[reason].what, "cannot write %.300s: %s", path, reasons[reason].text);
}
