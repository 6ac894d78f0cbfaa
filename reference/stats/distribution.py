"""Distributions at 50 digits by mpmath: power series with positive terms, exact binomial coefficients, direct sums and
integrals; none of them uses the continued fractions, saddle-point forms or Newton iterations of src/lib/stats."""
import json
import random

import mpmath
from mpmath import mp, mpf

mp.dps = 50
draw = random.Random(20250101)
cases = []
SMALLEST = mpf(10) ** -300


def add(of, given, expected, condition=0):
    """The wanted agreement is 1e-12, or what one rounding of an argument moves the answer by."""
    if isinstance(expected, mpf):
        if not of.count("Log") and abs(expected) < SMALLEST and expected != 0:
            return
        expected = float(expected)
    cases.append({"of": of, "given": given, "expected": expected, "within": max(1e-12, 4e-16 * float(condition))})


def log_uniform(low, high):
    return 10 ** draw.uniform(mpmath.log10(low), mpmath.log10(high))


def round_to(value, digits=6):
    """Few digits, so that the file stays small; the double itself is what both sides are given."""
    return float(f"%.{digits}g" % value)


def sum_series(ratio):
    """1 + ratio(1) + ratio(1) ratio(2) + ...: all terms positive."""
    small = mpf(10) ** -(mp.dps + 2)
    term = total = mpf(1)
    n = 1
    while True:
        factor = ratio(n)
        term *= factor
        total += term
        # Looked at now and then: looking costs as much as adding.
        if n % 32 == 0 and factor < 1 and term * factor < total * small * (1 - factor):
            return total
        n += 1


def gamma_tails(x, a):
    """P and Q with P = x^a e^-x / Γ(a + 1) (1 + x/(a+1) + ...), DLMF 8.11.4; Q by subtraction with enough digits."""
    x, a = mpf(x), mpf(a)
    digits = 0
    if x > a:
        size = (a * mpmath.log(x) - x - mpmath.loggamma(a + 1)) / mpmath.log(10)
        digits = int(max(0, -size)) + 10
    with mpmath.workdps(50 + digits):
        lower = mpmath.exp(a * mpmath.log(x) - x - mpmath.loggamma(a + 1)) * sum_series(lambda n: x / (a + n))
        return lower, 1 - lower


def beta_tails(x, y, a, b):
    """Both tails with I_x = x^a y^b / (a B(a, b)) 2F1(a + b, 1; a + 1; x), DLMF 8.17.8, in the smaller of x and y; the other
    tail by subtraction with enough digits."""
    x, y, a, b = mpf(x), mpf(y), mpf(a), mpf(b)
    if x > y:
        upper, lower = beta_tails(y, x, b, a)
        return lower, upper
    log_front = a * mpmath.log(x) + b * mpmath.log(y) + mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b)
    with mpmath.workdps(60 + int(max(0, -log_front / mpmath.log(10)))):
        y = 1 - x
        log_front = a * mpmath.log(x) + b * mpmath.log(y) - mpmath.loggamma(a + 1)
        log_front += mpmath.loggamma(a + b) - mpmath.loggamma(b)
        lower = mpmath.exp(log_front) * sum_series(lambda n: x * (a + b + n - 1) / (a + n))
        return lower, 1 - lower


def log_of(tail, other):
    """A share so close to 1 that 50 digits cannot tell is known by what is missing."""
    return mpmath.log1p(-other) if other < 0.5 else mpmath.log(tail)


def continuous(prefix, parameters, x, tails, density, quantile=True):
    """Cases for one point of one continuous distribution. `x` comes first in ours, `parameters` after it."""
    lower, upper = tails
    given = [x, *parameters]
    condition = [abs(x) * density / tail if tail > 0 else 0 for tail in (lower, upper)]
    which = draw.randrange(4)
    add(f"{prefix}Density", given, density, x_condition(condition, lower, upper))
    if which == 0 or density < SMALLEST:
        add(f"{prefix}LogDensity", given, mpmath.log(density), 2)
    add(f"{prefix}Cdf", given, lower, condition[0])
    add(f"{prefix}UpperTail", given, upper, condition[1])
    if which == 1 or lower < SMALLEST:
        add(f"{prefix}LogCdf", given, log_of(lower, upper), abs(condition[0] / log_of(lower, upper)))
    if which == 2 or upper < SMALLEST:
        add(f"{prefix}LogUpperTail", given, log_of(upper, lower), abs(condition[1] / log_of(upper, lower)))
    if not quantile:
        return
    # The share as a double, and the exact quantile of that double by one Newton step from x: its error is 1e-30.
    for name, tail, sign, other in ((f"{prefix}Quantile", lower, 1, upper), (f"{prefix}UpperQuantile", upper, -1, lower)):
        if name == "studentTUpperQuantile" or not SMALLEST < tail < mpf(1) - mpf(10) ** -6:
            continue
        share = float(tail)
        at = mpf(x) + sign * (mpf(share) - tail) / density
        # A rounding of the share moves the quantile by share / (x density); the smaller tail of the two is what counts.
        moved = tail / (abs(mpf(x)) * density)
        add(name, [share, *parameters], at, 4 * moved)


def x_condition(condition, lower, upper):
    """By how much a density moves with x is as its tail does, roughly: the logarithm of both is steep far out."""
    return max(condition) if min(lower, upper) < mpf(10) ** -6 else 0


def gammas():
    for i in range(60):
        shape = round_to(log_uniform(0.05, 3000 if i % 3 else 2e5))
        rate = draw.choice([1, 0.5, 2, round_to(log_uniform(1e-6, 1e6))])
        root = shape**0.5
        z = draw.uniform(-4, 4) if i % 2 else draw.uniform(-12, 30)
        x = shape + z * root
        if x <= 0:
            x = shape * log_uniform(1e-30, 0.5)
        x = round_to(x / rate, 8)
        exact = mpf(x) * mpf(rate)
        density = mpmath.exp(mpf(shape) * mpmath.log(exact) - exact - mpmath.loggamma(shape)) / mpf(x)
        continuous("gamma", [shape, rate], x, gamma_tails(exact, shape), density)


def chi_squares():
    points = [(1e7, 1e7 + 2 * 4472.0), (1e7, 1e7 - 3 * 4472.0), (0.5, 1e-20), (0.5, 30.0), (1.0, 1300.0), (2.0, 1380.0)]
    points += [(0.001, 0.5), (0.001, 1e-9), (1e-5, 2.0), (1.0, 1e-300), (1.0, 3000.0), (40.0, 2000.0), (1e5, 1.2e5)]
    for i in range(40):
        df = float(draw.randrange(1, 60)) if i % 2 else round_to(log_uniform(0.5, 1e5))
        x = df + draw.uniform(-4, 12) * (2 * df) ** 0.5
        points.append((df, round_to(x if x > 0 else df * log_uniform(1e-8, 0.5), 8)))
    for df, x in points:
        half, at = mpf(df) / 2, mpf(x) / 2
        density = mpmath.exp(half * mpmath.log(at) - at - mpmath.loggamma(half)) / mpf(x)
        continuous("chiSquare", [df], x, gamma_tails(at, half), density)


def betas():
    points = [(0.5, 0.5, 1e-200), (1e-3, 1e-3, 0.5), (1e-6, 5.0, 0.3), (3.0, 1e-6, 0.99), (1e-5, 1e-4, 0.01)]
    points += [(1e6, 1e6, 0.5001), (1e6, 1e6, 0.49), (5e5, 3.0, 0.99999), (2.0, 1e6, 1e-7), (1000.0, 0.01, 0.9)]
    for i in range(60):
        a = round_to(log_uniform(0.05, 1e4))
        b = round_to(log_uniform(0.05, 1e4))
        mean = a / (a + b)
        spread = (mean * (1 - mean) / (a + b + 1)) ** 0.5
        x = mean + draw.uniform(-4, 4) * spread * (1 if i % 2 else 6)
        if x <= 0 or x >= 1:
            # Out to shares of about 1e-300 and not beyond.
            near_zero, near_one = (log_uniform(10 ** -min(limit, 150 / shape), 0.9) for limit, shape in ((12, a), (6, b)))
            x = draw.choice([mean * near_zero, 1 - (1 - mean) * near_one])
        points.append((a, b, round_to(x, 8)))
    for a, b, x in points:
        if not 0 < x < 1:
            continue
        exact = mpf(x)
        log_density = (mpf(a) - 1) * mpmath.log(exact) + (mpf(b) - 1) * mpmath.log(1 - exact)
        log_density += mpmath.loggamma(mpf(a) + b) - mpmath.loggamma(a) - mpmath.loggamma(b)
        continuous("beta", [a, b], x, beta_tails(exact, 1 - exact, a, b), mpmath.exp(log_density))


def fs():
    points = [(1.0, 1e7, 4.0), (1e6, 1e6, 1.002), (0.5, 0.5, 1e-10), (3.0, 4.5, 1e60), (2.0, 1e7, 600.0)]
    points += [(0.001, 10.0, 1.0), (5.0, 0.001, 3.0)]
    for i in range(55):
        above = float(draw.randrange(1, 30)) if i % 2 else round_to(log_uniform(0.5, 1e4))
        below = float(draw.randrange(1, 200)) if i % 3 else round_to(log_uniform(0.5, 1e5))
        spread = (2 / above + 2 / below) ** 0.5
        points.append((above, below, round_to(float(mpmath.exp(draw.uniform(-4, 5) * spread)), 8)))
    for above, below, x in points:
        a, b = mpf(above) / 2, mpf(below) / 2
        whole = mpf(above) * mpf(x) + mpf(below)
        share, rest = mpf(above) * mpf(x) / whole, mpf(below) / whole
        log_density = a * mpmath.log(share) + b * mpmath.log(rest) - mpmath.log(mpf(x))
        log_density += mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b)
        continuous("f", [above, below], x, beta_tails(share, rest, a, b), mpmath.exp(log_density))


def student_ts():
    points = [(1e7, 2.5), (1e7, 36.0), (0.5, 1e150), (0.5, 1e-10), (3.0, 1e90), (3.0, 1e120), (30.0, 1e12), (1.0, 1e200)]
    for i in range(55):
        df = float(draw.randrange(1, 60)) if i % 2 else round_to(log_uniform(0.5, 1e6))
        points.append((df, round_to(draw.uniform(-6, 6) if i % 3 else draw.choice([-1, 1]) * log_uniform(1e-4, 1e4), 8)))
    for df, t in points:
        if df > 1e3 and df / 2 * float(mpmath.log(1 + t * t / df)) > 2000:
            continue
        half, square = mpf(df) / 2, mpf(t) ** 2
        share, rest = mpf(df) / (mpf(df) + square), square / (mpf(df) + square)
        outside = beta_tails(share, rest, half, mpf(1) / 2)[0] / 2
        tails = (1 - outside, outside) if t > 0 else (outside, 1 - outside)
        log_density = mpmath.loggamma(half + mpf(1) / 2) - mpmath.loggamma(half) - mpmath.log(mpf(df) * mp.pi) / 2
        log_density -= (half + mpf(1) / 2) * mpmath.log1p(square / mpf(df))
        continuous("studentT", [df], t, tails, mpmath.exp(log_density))


def noncentral_t_cdf(t, df, noncentrality):
    """Weights of a Poisson law on incomplete betas (Lenth 1989, AS 243, equation 1), by all of its terms."""
    if t < 0:
        return 1 - noncentral_t_cdf(-t, df, -noncentrality)
    x, y = t * t / (t * t + df), df / (t * t + df)
    rate = noncentrality**2 / 2
    weight_even = mpmath.exp(-rate)
    weight_odd = noncentrality * mpmath.exp(-rate) / mpmath.sqrt(2) / mpmath.gamma(mpf(3) / 2)
    total = mpmath.erfc(noncentrality / mpmath.sqrt(2)) / 2
    j = 0
    while j < rate + 5 or max(weight_even, abs(weight_odd)) > mpf(10) ** -mp.dps:
        total += weight_even * beta_tails(x, y, j + mpf(1) / 2, df / 2)[0] / 2
        total += weight_odd * beta_tails(x, y, mpf(j + 1), df / 2)[0] / 2
        j += 1
        weight_even *= rate / j
        weight_odd *= rate / (j + mpf(1) / 2)
    return total


def noncentral_ts():
    points = [(5.0, 2.0, -3.0), (3.0, 2.0, 50.0), (10.0, 1.0, 2.0), (2000.0, 2.8, 1.96), (0.5, 1.0, 1e4), (1.0, -3.0, 2.0)]
    for _ in range(16):
        df = float(draw.randrange(1, 40)) if draw.random() < 0.5 else round_to(log_uniform(0.5, 3000))
        noncentrality = round_to(draw.uniform(-6, 6))
        points.append((df, noncentrality, round_to(noncentrality + draw.uniform(-4, 7), 8)))
    for df, noncentrality, t in points:
        with mpmath.workdps(75):
            lower = noncentral_t_cdf(mpf(t), mpf(df), mpf(noncentrality))
            step = mpf(10) ** -20
            above, below = (noncentral_t_cdf(mpf(t) + sign * step, mpf(df), mpf(noncentrality)) for sign in (1, -1))
            density = (above - below) / (2 * step)
            continuous("noncentralT", [df, noncentrality], t, (lower, 1 - lower), density)


def far_noncentral_t(t, df, noncentrality):
    """Both shares for a noncentrality beyond any series: over chi-square, by 40-digit quadrature of the normal share."""
    def density(x):
        return mpmath.exp((df / 2 - 1) * mpmath.log(x) - x / 2 - df / 2 * mpmath.log(2) - mpmath.loggamma(df / 2))

    middle = df * (noncentrality / t) ** 2
    # Where the normal share turns from 1 to 0, in steps of its own width.
    width = 2 * middle / noncentrality
    points = sorted({mpf(0), *(middle + k * width for k in range(-40, 41, 2) if middle + k * width > 0)})
    below_edges = [mpf(0), *(mpf(10) ** e * points[1] for e in (-30, -20, -10, -5, -2, -1)), *points[1:]]
    spread = mpmath.sqrt(2 * df)
    for k in range(-40, 41, 2):
        edge = df + k * spread
        if edge > 0:
            below_edges.append(edge)
    below_edges = sorted(below_edges)
    top = max(below_edges[-1], df + 40 * spread)
    below_edges += [top + 50, top + 150, top + 400]

    def mean_of(share):
        total = mpf(0)
        for a, b in zip(below_edges, below_edges[1:]):
            total += mpmath.quad(lambda x: density(x) * share(t * mpmath.sqrt(x / df) - noncentrality), [a, b])
        return total

    upper = mean_of(lambda s: mpmath.erfc(s / mpmath.sqrt(2)) / 2)
    lower = mean_of(lambda s: mpmath.erfc(-s / mpmath.sqrt(2)) / 2)
    return lower, upper


def far_noncentral_ts():
    points = [(2.0, 2e6, 4.3), (2.0, 1e9, 4.3), (30.0, 1e9, 2.04)]
    # Certain beyond every digit: the share below is under exp(-1e9).
    for df, noncentrality, t in points:
        add("noncentralTUpperTail", [t, df, noncentrality], mpf(1))
        add("noncentralTCdf", [-t, df, -noncentrality], mpf(1))
    points = [(2.0, 1e9, 1e9), (2.0, 2e6, 1e6), (5.0, 1500.0, 2000.0), (50.0, 2e3, 1400.0), (200.0, 1e5, 1.2e5)]
    points += [(2000.0, 1e9, 1.02e9), (10.0, 1e7, 4e6), (3.0, 1200.0, 9000.0), (1000.0, 5e3, 5200.0)]
    for df, noncentrality, t in points:
        with mpmath.workdps(40):
            lower, upper = far_noncentral_t(mpf(t), mpf(df), mpf(noncentrality))
            assert abs(lower + upper - 1) < mpf(10) ** -20, (df, noncentrality, t, lower + upper)
            add("noncentralTUpperTail", [t, df, noncentrality], upper)
            add("noncentralTCdf", [t, df, noncentrality], lower)
            add("noncentralTLogUpperTail", [t, df, noncentrality], mpmath.log(upper))
            add("noncentralTLogCdf", [t, df, noncentrality], mpmath.log(lower))


def log_gamma_ratios():
    for i in range(30):
        a, b = round_to(log_uniform(0.01, 1e7)), round_to(log_uniform(1e-12, 1e7))
        add("logGammaRatio", [a, b], mpmath.loggamma(mpf(a) + mpf(b)) - mpmath.loggamma(a))


def normals():
    for i in range(40):
        z = round_to(draw.uniform(-40, 40) if i % 2 else draw.choice([-1, 1]) * log_uniform(1e-9, 1e8), 8)
        lower, upper = (mpmath.erfc(sign * mpf(z) / mpmath.sqrt(2)) / 2 for sign in (-1, 1))
        if abs(z) > 1e4:
            # The leading terms of DLMF 7.12.1: exact here to 30 digits.
            tail = mpmath.log(mpmath.exp(0)) - mpf(z) ** 2 / 2 - mpmath.log(abs(mpf(z)) * mpmath.sqrt(2 * mp.pi))
            tail += mpmath.log(1 - 1 / mpf(z) ** 2 + 3 / mpf(z) ** 4 - 15 / mpf(z) ** 6 + 105 / mpf(z) ** 8)
            add("normalLogUpperTail" if z > 0 else "normalLogCdf", [z], tail)
        else:
            add("normalLogUpperTail", [z], log_of(upper, lower))
            add("normalLogCdf", [z], log_of(lower, upper))
            add("normalUpperTail", [z], upper, 0)
        add("normalLogDensity", [z], -mpf(z) ** 2 / 2 - mpmath.log(2 * mp.pi) / 2)


def discrete(prefix, k, parameters, mass, lower, upper, condition=0):
    given = [k, *parameters]
    add(f"{prefix}Mass", given, mass, condition)
    add(f"{prefix}Cdf", given, lower, condition)
    add(f"{prefix}UpperTail", given, upper, condition)
    which = draw.randrange(3)
    for i, (name, value) in enumerate((("LogMass", mass), ("LogCdf", lower), ("LogUpperTail", upper))):
        if 0 < value < 1 and (which == i or value < SMALLEST):
            add(f"{prefix}{name}", given, mpmath.log(value), condition / abs(mpmath.log(value)))


def binomials():
    points = [(0, 1000, 0.005), (5, 1000, 0.005), (500_000, 1_000_000, 0.5), (505_000, 1_000_000, 0.5)]
    points += [(3, 1_000_000, 1e-9), (999_990, 1_000_000, 0.99999), (0, 7, 0.3), (7, 7, 0.3), (40, 1_000_000, 1e-6)]
    for i in range(50):
        n = draw.randrange(1, 60) if i % 2 else int(log_uniform(60, 1e6))
        p = round_to(draw.uniform(0.02, 0.98) if i % 3 else log_uniform(1e-6, 0.1))
        mean, spread = n * p, (n * p * (1 - p)) ** 0.5
        points.append((min(n, max(0, round(mean + draw.uniform(-5, 8) * spread * (1 if i % 5 else 4)))), n, p))
    for k, n, p in points:
        exact = mpf(p)
        mass = mpmath.binomial(n, k) * exact**k * (1 - exact) ** (n - k)
        lower, upper = (mpf(1), mpf(0)) if k == n else beta_tails(1 - exact, exact, n - k, k + 1)
        discrete("binomial", k, [n, p], mass, lower, upper, abs(k - n * p) / (1 - p))
    for i in range(20):
        n, p = draw.randrange(1, 400), round_to(draw.uniform(0.01, 0.99))
        share = round_to(draw.uniform(0.001, 0.999) if i % 2 else log_uniform(1e-12, 0.1))
        masses = [mpmath.binomial(n, k) * mpf(p) ** k * (1 - mpf(p)) ** (n - k) for k in range(n + 1)]
        quantiles("binomial", share, [n, p], masses)


def quantiles(prefix, share, parameters, masses, first=0):
    """The smallest k by adding up, from either end."""
    total = mpf(0)
    for k, mass in enumerate(masses):
        total += mass
        if total >= mpf(share):
            add(f"{prefix}Quantile", [share, *parameters], first + k)
            break
    above = mpf(0)
    for k in range(len(masses) - 1, -1, -1):
        if above + masses[k] > mpf(share):
            add(f"{prefix}UpperQuantile", [share, *parameters], first + k)
            break
        above += masses[k]


def poissons():
    points = [(0, 1e-9), (1, 1e-9), (1_000_000, 1e6), (1_020_000, 1e6), (0, 600.0), (2000, 600.0), (3, 1e-5)]
    for i in range(50):
        mean = round_to(draw.uniform(0.05, 30) if i % 2 else log_uniform(0.001, 1e5))
        points.append((max(0, round(mean + draw.uniform(-5, 9) * mean**0.5 * (1 if i % 5 else 4))), mean))
    for k, mean in points:
        mass = mpmath.exp(k * mpmath.log(mpf(mean)) - mpf(mean) - mpmath.loggamma(k + 1))
        upper, lower = gamma_tails(mean, k + 1)
        discrete("poisson", k, [mean], mass, lower, upper, abs(k - mean))
    for i in range(20):
        mean = round_to(log_uniform(0.01, 300))
        share = round_to(draw.uniform(0.001, 0.999) if i % 2 else log_uniform(1e-12, 0.1))
        masses = [mpmath.exp(k * mpmath.log(mpf(mean)) - mpf(mean) - mpmath.loggamma(k + 1)) for k in range(900)]
        quantiles("poisson", share, [mean], masses)


def hypergeometrics():
    points = [(0, 1000, 5, 2000), (5, 1000, 5, 2000), (0, 3, 1, 1_000_000), (250_300, 500_000, 500_000, 1_000_000)]
    for i in range(45):
        population = draw.randrange(2, 120) if i % 2 else int(log_uniform(120, 3e4))
        draws, successes = draw.randrange(1, population), draw.randrange(1, population)
        low, high = max(0, draws + successes - population), min(draws, successes)
        mean = draws * successes / population
        spread = (mean * (1 - draws / population) * (1 - successes / population)) ** 0.5
        points.append((min(high, max(low, round(mean + draw.uniform(-6, 6) * spread * (1 if i % 5 else 4)))), draws, successes, population))
    for k, draws, successes, population in points:
        low, high = max(0, draws + successes - population), min(draws, successes)
        mass = mpmath.binomial(successes, k) * mpmath.binomial(population - successes, draws - k) / mpmath.binomial(population, draws)
        below = sum_finite(mass, k, low, lambda i: mpf(i) * (population - successes - draws + i) / ((successes - i + 1) * (draws - i + 1)), -1)
        above = sum_finite(mass, k, high, lambda i: mpf(successes - i) * (draws - i) / ((i + 1) * (population - successes - draws + i + 1)), 1)
        lower, upper = mass + below, above
        discrete("hypergeometric", k, [draws, successes, population], mass, lower, upper)
        if population < 300:
            share = round_to(draw.uniform(0.001, 0.999))
            total = mpmath.binomial(population, draws)
            masses = [mpmath.binomial(successes, j) * mpmath.binomial(population - successes, draws - j) / total for j in range(low, high + 1)]
            quantiles("hypergeometric", share, [draws, successes, population], masses, low)


def sum_finite(mass, k, end, ratio, step):
    """The masses beyond k, by ratios of neighbours, down to nothing."""
    total, term, i = mpf(0), mass, k
    while i != end:
        term *= ratio(i)
        total += term
        i += step
        if term < total * mpf(10) ** -55:
            break
    return total


for family in (log_gamma_ratios, gammas, chi_squares, betas, fs, student_ts, normals, binomials, poissons, hypergeometrics, noncentral_ts, far_noncentral_ts):
    family()
print(json.dumps({"madeBy": {"mpmath": mpmath.__version__}, "cases": cases}))
