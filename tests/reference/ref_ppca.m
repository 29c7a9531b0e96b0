## [W, mu, noise, loglik] = ref_ppca (W, mu, noise, X, steps): EM for
## probabilistic principal components with missing values (NaN), as the papers
## write it, sample by sample and feature by feature (Tipping and Bishop 1999;
## Ilin and Raiko 2010, section 3).  loglik(i) is that of the model before step
## i, by the density of the normal distribution itself.

function [W, mu, noise, loglik] = ref_ppca (W, mu, noise, X, steps)
  [d, n] = size (X);
  k = columns (W);
  loglik = zeros (1, steps);
  for step = 1:steps
    [z, covariance] = deal (cell (1, n));
    for i = 1:n
      o = ! isnan (X(:,i));
      M = W(o,:)' * W(o,:) + noise * eye (k);
      e = X(o,i) - mu(o);
      z{i} = M \ (W(o,:)' * e);
      covariance{i} = noise * inv (M);
      C = W(o,:) * W(o,:)' + noise * eye (sum (o));
      loglik(step) -= 0.5 * (sum (o) * log (2 * pi) + log (det (C)) + e' * (C \ e));
    endfor
    for f = 1:d
      A = zeros (k + 1);
      b = zeros (k + 1, 1);
      for i = find (! isnan (X(f,:)))
        u = [z{i}; 1];
        A += u * u' + blkdiag (covariance{i}, 0);
        b += X(f,i) * u;
      endfor
      w = A \ b;
      W(f,:) = w(1:k)';
      mu(f) = w(end);
    endfor
    total = count = 0;
    for i = 1:n
      for f = find (! isnan (X(:,i)))'
        total += (X(f,i) - W(f,:) * z{i} - mu(f)) ^ 2 + W(f,:) * covariance{i} * W(f,:)';
        count++;
      endfor
    endfor
    noise = total / count;
  endfor
endfunction
