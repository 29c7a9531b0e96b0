/* The tests of test_files.c on systems without unnamed temporary files. */
#define _GNU_SOURCE
#define AE_NAMED_TEMPORARY
#include "../../src/core/base/posix.c"
#include "test_files.c"
