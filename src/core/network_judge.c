/* Judging a net's outputs shard by shard, while they are in the cache. */
#include "network.h"
#include "ssim.h"

typedef struct {
  const AE (kernels) *use;
  const AE (measures) *m;
  const AE (samples) *X;
  AE (windows) windows;
  size_t d, room;         /* numbers a sample; numbers of scratch a worker */
  ae_real *work;
  ae_errors *columns;
  double *similarity;
} judge;

/* The targets' lanes: those of the input where they are the same samples. */
static const ae_real *
target_lanes (const judge *j, const AE (shard_outputs) *shard, ae_real *room)
{
  if (AE (plain_samples) (j->X) == j->m->T)
    return shard->x;
  AE (gather) (j->m->T, j->d, NULL, shard->first, shard->n, shard->S, room);
  return room;
}

static void
look (void *looker, const AE (shard_outputs) *shard, int worker)
{
  const judge *j = looker;
  ae_real *room = j->work + (size_t) worker * j->room, *planes = room + j->d * shard->S;
  const ae_real *t;

  for (size_t s = 0; s < shard->n; s++)
    {
      ae_errors *e = &j->columns[shard->first + s];

      j->use->squares (shard->Y + s * j->d, j->m->T + (shard->first + s) * j->d, j->m->mean, j->d, &e->sse, &e->sst);
    }
  if (! j->similarity)
    return;
  t = target_lanes (j, shard, room);
  for (size_t s = 0; s < shard->n; s += AE_LANES)
    AE (ssim_of_lanes) (&j->windows, j->m->size[2], shard->y + s, t + s, shard->S,
                        shard->n - s < AE_LANES ? shard->n - s : AE_LANES, planes, j->similarity + shard->first + s);
}

ae_status
AE (net_judge) (const AE (net) *net, const ae_real *p, const AE (samples) *X, size_t n, const AE (measures) *m,
                int threads, ae_errors *sums, double *similarity, int *finite, ae_error *err)
{
  judge j = { .use = AE (kernels_now) (), .m = m, .X = X, .similarity = similarity };
  AE (outputs) to = { .look = look, .looker = &j };
  ae_status status;

  *sums = (ae_errors){ 0, 0 };
  j.d = ae_size (net->ops[net->nops - 1].layer.out);
  if (similarity)
    {
      j.windows = AE (ssim_windows) (m->size[0], m->size[1], m->c1, m->c2);
      j.room = j.d * AE (net_lanes) (net) + AE (ssim_room) (m->size[0] * m->size[1]);
    }
  j.columns = ae_malloc (n, sizeof *j.columns);
  j.work = ae_malloc ((size_t) threads * j.room + 1, sizeof *j.work);
  status = j.columns && j.work ? AE (net_forward) (net, p, X, n, &to, threads, err)
                               : ae_fail_memory (err, n * sizeof *j.columns + (size_t) threads * j.room * sizeof *j.work);
  for (size_t c = 0; status == AE_OK && c < n; c++)
    {
      sums->sse += j.columns[c].sse;
      sums->sst += j.columns[c].sst;
    }
  *finite = to.finite;
  ae_free (j.columns);
  ae_free (j.work);
  return status;
}
