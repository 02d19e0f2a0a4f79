package dev.wrt.tests.faults;

/// The exact confidence bound of Clopper and Pearson (1934) for a proportion.
final class ClopperPearson {
  private static final int BISECTIONS = 200;
  private static final int FRACTIONS_MAX = 100_000;
  private static final double PRECISION = 1e-15;
  private static final double TINY = 1e-300;

  /// Coefficients of the approximation of Lanczos with `g = 7`.
  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private ClopperPearson() {}

  /// The upper end of the two-sided interval of 95 %: with `k` of `n`, the proportion `p` at which
  /// so few have a probability of 2.5 %.
  static double upper95(long k, long n) {
    return upper(k, n, 0.025);
  }

  /// The largest proportion at which `k` or fewer of `n` have at least a probability.
  static double upper(long k, long n, double alpha) {
    if (n == 0 || k >= n) {
      return 1;
    }
    if (k == 0) {
      return -Math.expm1(Math.log(alpha) / n);
    }
    double low = (double) k / n;
    double high = 1;
    for (int i = 0; i < BISECTIONS && low < high; i++) {
      double p = (low + high) / 2;
      // P(X <= k) = 1 - I_p(k + 1, n - k)
      if (1 - incompleteBeta(p, k + 1.0, (double) n - k) > alpha) {
        low = p;
      } else {
        high = p;
      }
    }
    return high;
  }

  /// The regularised incomplete beta function `I_x(a, b)`, by its continued fraction.
  static double incompleteBeta(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /// The method of Lentz.
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double result = d;
    for (int m = 1; m < FRACTIONS_MAX; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      result *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      result *= d * c;
      if (Math.abs(d * c - 1) < PRECISION) {
        break;
      }
    }
    return result;
  }

  private static double nonZero(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  /// The logarithm of the gamma function of an argument of at least 1.
  static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
