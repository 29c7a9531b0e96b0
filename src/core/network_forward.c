/* A net over samples, without training: shard by shard, a task each. */
#include "blas.h"
#include "network.h"

typedef struct {
  const AE (net) *net;
  const ae_real *p, *packed;
  const AE (samples) *X;
  AE (desk) *desks;
  AE (outputs) *to;
  ae_real *rooms;         /* for the outputs of a shard, one a worker, where nobody wants them all */
  size_t n, S, d;
  const AE (kernels) *simd;
} forward_args;

static void
run_operations (const forward_args *a, const AE (desk) *desk, size_t n)
{
  for (int i = 0; i < a->net->nops; i++)
    {
      AE (pass) pass = AE (op_pass) (a->net, i, desk, a->p, a->packed, a->S, n, a->simd);

      a->net->ops[i].layer.type->forward (&a->net->ops[i].layer, &pass);
    }
}

/* Task: a shard.  Its outputs are looked at while they are in the cache. */
static void
forward_shard (void *arg, size_t shard, int worker)
{
  const forward_args *a = arg;
  const AE (desk) *desk = &a->desks[worker];
  size_t first = shard * a->S, n = a->n - first < a->S ? a->n - first : a->S;
  ae_real *Y = a->rooms ? a->rooms + (size_t) worker * a->d * a->S : a->to->Y + first * a->d;
  AE (shard_outputs) seen = { desk->y[-1], desk->y[a->net->nops - 1], Y, first, n, a->S };

  AE (gather_samples) (a->X, ae_size (a->net->ops[0].layer.in), NULL, first, n, a->S, desk->y[-1]);
  run_operations (a, desk, n);
  AE (scatter) (seen.y, a->d, 0, n, a->S, a->to->scale, Y);
  if (! a->simd->finite (Y, n * a->d))
    __atomic_store_n (&a->to->finite, 0, __ATOMIC_RELAXED);
  if (a->to->look)
    a->to->look (a->to->looker, &seen, worker);
}

static ae_status
make_desks (forward_args *a, size_t ndesks, ae_error *err)
{
  ae_status status = AE_OK;

  for (size_t k = 0; status == AE_OK && k < ndesks; k++)
    status = AE (desk_make) (&a->desks[k], a->net, a->S, 0, err);
  return status == AE_OK ? ae_blas_room ((int) ndesks, err) : status;
}

ae_status
AE (net_forward) (const AE (net) *net, const ae_real *p, const AE (samples) *X, size_t n, AE (outputs) *to, int threads,
                  ae_error *err)
{
  size_t S = AE (net_lanes) (net), shards = (n + S - 1) / S, d = ae_size (net->ops[net->nops - 1].layer.out);
  size_t ndesks = (size_t) threads < shards ? (size_t) threads : shards, room = to->Y ? 0 : ndesks * d * S;
  ae_real *packed = ae_malloc (net->packed + 1, sizeof *packed), *rooms = room ? ae_malloc (room, sizeof *rooms) : NULL;
  AE (desk) *desks = ae_calloc (ndesks + 1, sizeof *desks);
  forward_args a = { net, p, packed, X, desks, to, rooms, n, S, d, AE (kernels_now) () };
  ae_status status = packed && desks && (rooms || ! room) ? make_desks (&a, ndesks, err)
                                                          : ae_fail_memory (err, (net->packed + room) * sizeof *packed);

  to->finite = 1;
  if (status == AE_OK)
    {
      ae_blas_begin ();
      AE (net_prepare) (net, p, packed, threads);
      ae_parallel ((int) ndesks, shards, forward_shard, &a);
      ae_blas_end ();
    }
  for (size_t k = 0; desks && k < ndesks; k++)
    AE (desk_free) (&desks[k]);
  ae_free (desks);
  ae_free (rooms);
  ae_free (packed);
  return status;
}
