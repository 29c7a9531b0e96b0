/* A small harness for tests of the core.

     TEST (what_it_shows) { CHECK (1 + 1 == 2); CHECK_NEAR (x, y, 1e-12); }

   Each TEST registers itself; the program runs all of them and ends with
   "N passed, N failed".  A test fails when one of its checks does.
   A program that uses AE (name) is built for both precisions. */
#ifndef CHECK_H
#define CHECK_H

#include "../../src/core/ae.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct check_test {
  const char *name;
  void (*run) (void);
  struct check_test *next;
} check_test;

static check_test *check_first = NULL, **check_last = &check_first;
static int check_failures = 0; /* of the test that runs */

#define TEST(label) \
  static void test_##label (void); \
  static check_test entry_##label = { #label, test_##label, NULL }; \
  __attribute__ ((constructor)) static void register_##label (void) \
  { \
    *check_last = &entry_##label; \
    check_last = &entry_##label.next; \
  } \
  static void test_##label (void)

#define CHECK(condition) \
  do \
    if (! (condition)) \
      { \
        printf ("%s:%d: %s\n", __FILE__, __LINE__, #condition); \
        check_failures++; \
      } \
  while (0)

/* |x - y| <= tolerance; a NaN fails. */
#define CHECK_NEAR(x, y, tolerance) \
  do \
    { \
      double check_x = (x), check_y = (y); \
      if (! (fabs (check_x - check_y) <= (tolerance))) \
        { \
          printf ("%s:%d: %s is %.17g, not %.17g\n", __FILE__, __LINE__, #x, check_x, check_y); \
          check_failures++; \
        } \
    } \
  while (0)

/* Sets a variable of the environment, which "" stands for not set. */
__attribute__ ((unused)) static void
check_setenv (const char *name, const char *value)
{
#ifdef _WIN32
  char text[200];

  snprintf (text, sizeof text, "%s=%s", name, value);
  putenv (text);
#else
  if (*value)
    setenv (name, value, 1);
  else
    unsetenv (name);
#endif
}

int
main (void)
{
  int passed = 0, failed = 0;

  setvbuf (stdout, NULL, _IOLBF, 0);
  for (check_test *t = check_first; t; t = t->next)
    {
      check_failures = 0;
      t->run ();
      if (ae_blocks_held () != 0)
        {
          printf ("%ld blocks of memory are still held\n", ae_blocks_held ());
          check_failures++;
        }
      ae_fail_allocation (-1);
      if (check_failures)
        printf ("FAILED: %s\n", t->name);
      *(check_failures ? &failed : &passed) += 1;
    }
  printf ("%d passed, %d failed\n", passed, failed);
  return failed > 0 || passed == 0;
}

#endif
