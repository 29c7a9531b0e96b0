#include "optimizer.h"

#include <math.h>

ae_settings
AE (settings_for) (const AE (step_row) *row)
{
  return (ae_settings){ 1e-3, row->decay, 0.9, 0.9, 0.999, 1e-7 };
}

/* Dozat 2016 with the momentum schedule of his section 4: mu_t = beta1
   (1 - 0.5 * 0.96^(0.004 t)); the product of all mu so far corrects the bias
   and is 0 in double long before step 5000. */
static void
nadam_factors (const ae_settings *s, double t, AE (step_factors) *f)
{
  double product = 1, mu = 0, next = s->beta1 * (1 - 0.5 * pow (0.96, 0.004 * (t + 1)));

  for (double k = 1; k <= t && product > 0; k++)
    {
      mu = s->beta1 * (1 - 0.5 * pow (0.96, 0.004 * k));
      product *= mu;
    }
  mu = s->beta1 * (1 - 0.5 * pow (0.96, 0.004 * t));
  f->c1 = (ae_real) (next / (1 - product * next));
  f->c3 = (ae_real) ((1 - mu) / (1 - product));
}

AE (step_factors)
AE (factors_at) (const AE (step_row) *row, const ae_settings *s, double t)
{
  AE (step_factors) f = { (ae_real) s->rate, (ae_real) s->decay, (ae_real) s->momentum, (ae_real) s->beta1,
                          (ae_real) s->beta2, (ae_real) s->epsilon, 1, 1, 1 };

  f.c1 = (ae_real) (1 / (1 - pow (s->beta1, t)));
  f.c2 = (ae_real) (1 / (1 - pow (s->beta2, t)));
  if (row->scheduled)
    nadam_factors (s, t, &f);
  return f;
}
