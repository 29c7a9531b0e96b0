/* The allocator of the core.  A counter can make the k-th call fail, so that
   tests reach every out-of-memory path. */
#include "platform.h"

#include <stdatomic.h>
#include <string.h>

static atomic_long fail_in = -1;
static atomic_long held = 0;

void
ae_fail_allocation (long k)
{
  atomic_store (&fail_in, k);
}

long
ae_blocks_held (void)
{
  return atomic_load (&held);
}

/* True when this allocation is the one that has to fail. */
static int
must_fail (void)
{
  long k = atomic_load (&fail_in);

  if (k < 0)
    return 0;
  return atomic_fetch_sub (&fail_in, 1) == 0;
}

/* count * size bytes aligned to AE_ALIGN, the caller frees with ae_free. */
void *
ae_malloc (size_t count, size_t size)
{
  size_t bytes;
  void *p;

  if (__builtin_mul_overflow (count, size, &bytes) || bytes > SIZE_MAX / 2 || must_fail ())
    return NULL;
  p = ae_system_alloc ((bytes + AE_ALIGN) / AE_ALIGN * AE_ALIGN);
  if (p)
    atomic_fetch_add (&held, 1);
  return p;
}

void *
ae_calloc (size_t count, size_t size)
{
  void *p = ae_malloc (count, size);

  return p ? memset (p, 0, count * size) : NULL;
}

void
ae_free (void *p)
{
  if (! p)
    return;
  atomic_fetch_sub (&held, 1);
  ae_system_free (p);
}
