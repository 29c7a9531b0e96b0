/* flag = __ae_terminal__ (0): does standard output go to a terminal? */
#include "gateway.h"

#include <unistd.h>

void
AE (gateway) (ae_call *call)
{
  ae_count_args (call, 1, 1);
  ae_scalar_result (call, 0, isatty (STDOUT_FILENO));
}
