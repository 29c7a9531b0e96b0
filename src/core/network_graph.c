/* Who takes whose output.  In most nets each layer takes that of the one before;
   with skip connections a layer names others (layer->inputs), and one output
   may go to several layers, whose gradients then add up.

   Backward runs through the operations from the last to the first.  So of those
   that take one output the last writes its gradient, the others add to it. */
#include "network.h"

/* The inputs of layer i, of which there must be as many as its type wants, all
   before it. */
static ae_status
resolve_inputs (AE (net) *net, int i, ae_error *err)
{
  AE (layer) *l = &net->layers[i];

  if (l->ninputs == 0)
    {
      l->ninputs = 1;
      l->inputs[0] = i - 1;
    }
  if (l->ninputs > 1 && ! l->type->joins)
    return ae_fail (err, AE_VALUE, "layer", "%s %s layer has one input, got %d",
                    ae_article (l->type->name), l->type->name, l->ninputs);
  for (int k = 0; k < l->ninputs; k++)
    if (l->inputs[k] >= i)
      return ae_fail (err, AE_VALUE, "layer", "layer %d takes its input from layer %d, which is no earlier one", i + 1,
                      l->inputs[k] + 1);
  return AE_OK;
}

ae_status
AE (net_shape_layer) (AE (net) *net, int i, ae_shape in, ae_error *err)
{
  AE (layer) *l = &net->layers[i];

  if (resolve_inputs (net, i, err) != AE_OK)
    return err->status;
  for (int k = 0; k < l->ninputs; k++)
    l->ins[k] = l->inputs[k] < 0 ? in : net->layers[l->inputs[k]].out;
  if (AE (layer_shape) (l, l->ins[0], err) != AE_OK)
    return err->status;
  for (int k = 0; k < l->ninputs; k++)
    {
      if (l->inputs[k] >= 0)
        net->uses[l->inputs[k]]++;
      net->branched = net->branched || l->inputs[k] != i - 1;
    }
  return AE_OK;
}

/* The operation that ends with this layer: only ends are taken by others. */
static int
op_of_layer (const AE (net) *net, int layer)
{
  int i = net->nops - 1;

  while (i >= 0 && net->ops[i].last > layer)
    i--;
  return i;
}

int
AE (op_root) (const AE (net) *net, int i)
{
  while (i >= 0 && net->ops[i].layer.type->alias)
    i = net->ops[i].inputs[0];
  return i;
}

static void
find_live (AE (net) *net)
{
  net->ops[net->nops - 1].live = 1;
  for (int i = net->nops - 1; i >= 0; i--)
    {
      const AE (op) *op = &net->ops[i];
      int ninputs = op->live ? op->layer.ninputs : 0;

      for (int k = 0; k < ninputs; k++)
        if (op->inputs[k] >= 0)
          net->ops[op->inputs[k]].live = 1;
    }
}

/* Does a live operation write the gradient of output `root` before input k of
   operation i does? */
static int
written_before (const AE (net) *net, int i, int k, int root)
{
  for (int later = i; later < net->nops; later++)
    {
      const AE (op) *op = &net->ops[later];
      int inputs = ! op->live || op->layer.type->alias ? 0 : later == i ? k : op->layer.ninputs;

      for (int m = 0; m < inputs; m++)
        if (AE (op_root) (net, op->inputs[m]) == root)
          return 1;
    }
  return 0;
}

void
AE (net_connect) (AE (net) *net)
{
  for (int i = 0; i < net->nops; i++)
    {
      AE (op) *op = &net->ops[i];
      const AE (layer) *first = &net->layers[op->first];

      op->layer.ninputs = first->ninputs;
      for (int k = 0; k < first->ninputs; k++)
        op->inputs[k] = first->inputs[k] < 0 ? -1 : op_of_layer (net, first->inputs[k]);
    }
  find_live (net);
  if (! net->branched)
    return;
  for (int i = 0; i < net->nops; i++)
    {
      AE (op) *op = &net->ops[i];
      int writes = op->layer.type->alias ? 0 : op->layer.ninputs;

      for (int k = 0; k < writes; k++)
        if (written_before (net, i, k, AE (op_root) (net, op->inputs[k])))
          op->adds |= 1u << k;
    }
}
