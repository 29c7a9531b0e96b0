/* The input: where a net starts.  Nothing is computed. */
#include "../layer.h"

static void
nothing (const AE (layer) *layer, const AE (pass) *pass)
{
  (void) layer, (void) pass;
}

const AE (layer_type) AE (layer_input) = {
  .name = "input",
  .shape = AE (shape_same),
  .forward = nothing,
  .backward = nothing,
  .alias = 1,
};
