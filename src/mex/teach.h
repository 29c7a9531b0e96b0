/* Gateways of single layers (ae_<layer>_forward, ae_<layer>_backward): one
   layer, set up by its row of the table, run over all samples.

   Forward:  (X, input_size, <options>, <W, b, moments where the layer has them>)
             -> Y [, moments]
   Backward: (dY, input_size, X, Y, <options>, <W, moments where it has them>)
             -> dX, dW, db
   input_size is d or [h w c]; X or Y is [] where the layer does without.  Each
   option of the list is one argument, of the name that layer_set knows; or
   "activation" (a string), "seed", "training".  Samples come last in X, dY
   and all results; what dimensions they have otherwise is not looked at. */
#ifndef AE_TEACH_H
#define AE_TEACH_H

#include "../core/layer.h"
#include "gateway.h"

/* What backward needs beside dY. */
enum { AE_NEEDS_X = 1, AE_NEEDS_Y = 2 };

/* One look at each shard after it went forward; first: number of its first
   sample, result: what the gateway gave to teach_forward. */
typedef void (*AE (after)) (const AE (layer) *layer, const AE (pass) *pass, size_t first, double *result);

/* options: names, ended by NULL.  after may be NULL; else result 1 is made, of
   class double and Y's size, and given to it. */
void AE (teach_forward) (ae_call *call, const AE (layer_type) *type, const char *const options[], AE (after) after);
void AE (teach_backward) (ae_call *call, const AE (layer_type) *type, const char *const options[], int needs);

#endif
