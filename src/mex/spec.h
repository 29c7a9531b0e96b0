/* Layers from Octave: a struct array as a network holds it, or a cell array of
   structs as ae_layer makes them, read by the rows of their types. */
#ifndef AE_SPEC_H
#define AE_SPEC_H

#include "../core/network.h"
#include "gateway.h"

/* Reads argument i into layers at their defaults; raises on a type, an option
   or a field that is not known.  A field that is absent or empty leaves the
   default.  The arrays of a layer are not looked at: their numbers come in the
   block of parameters.  The caller owns net. */
void AE (spec_arg) (const ae_call *call, int i, AE (net) *net);
/* The same for argument i as one layer, of a struct.  What its options have
   wrong is returned, and its type is known by then. */
ae_status AE (layer_arg) (const ae_call *call, int i, AE (layer) *layer, ae_error *err);
/* [d], [t c] (a series) or [h w c], a double vector. */
ae_shape AE (shape_arg) (const ae_call *call, int i);
/* spec_arg, shape_arg of arguments i and i + 1, net_finish; raises. */
void AE (net_arg) (const ae_call *call, int i, int fuse, AE (net) *net);

#endif
