/* Shell's sort (CACM 2, 1959) with Ciura's gaps (2001), continued by factors of
   9/4: for lists of some dozens to thousands, in place, without recursion. */
#ifndef AE_SORT_H
#define AE_SORT_H

#include <stddef.h>

static inline size_t
ae_first_gap (size_t count)
{
  size_t gap = 1577;

  while (gap < count)
    gap = gap * 9 / 4;
  return gap;
}

static inline size_t
ae_next_gap (size_t gap)
{
  static const size_t gaps[] = { 701, 301, 132, 57, 23, 10, 4, 1, 0 };
  size_t g = 0;

  if (gap > 1577)
    return gap * 4 / 9;
  while (gaps[g] >= gap)
    g++;
  return gaps[g];
}

/* Sorts count elements of list: before (list, i, j) says whether element i
   belongs before element j, swap exchanges the two.  Both are known where this
   is called, so that a compiler puts them in place. */
static inline void
ae_sort (void *list, size_t count, int (*before) (const void *list, size_t i, size_t j),
         void (*swap) (void *list, size_t i, size_t j))
{
  for (size_t gap = ae_first_gap (count); gap > 0; gap = ae_next_gap (gap))
    for (size_t i = gap; i < count; i++)
      {
        size_t k = i;

        while (k >= gap && before (list, k, k - gap))
          {
            swap (list, k, k - gap);
            k -= gap;
          }
      }
}

#endif
