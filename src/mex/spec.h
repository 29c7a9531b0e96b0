/* A network from Octave: a struct array with a row a layer. */
#ifndef AE_SPEC_H
#define AE_SPEC_H

#include "../core/network.h"
#include "gateway.h"

/* Reads argument i, a 1-by-L struct array with the strings type and
   activation and numeric options (empty: default), into layers at their
   defaults; raises on anything it does not know.  The caller owns net. */
void AE (spec_arg) (const ae_call *call, int i, AE (net) *net);
/* [d] or [h w c], a double vector. */
ae_shape AE (shape_arg) (const ae_call *call, int i);
/* spec_arg, shape_arg of arguments i and i + 1, net_finish; raises. */
void AE (net_arg) (const ae_call *call, int i, int fuse, AE (net) *net);

#endif
