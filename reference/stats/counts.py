# Proportions and rates by scipy, statsmodels, exact fractions and 30-digit mpmath; likelihoods are maximised numerically.
import json
import warnings
from fractions import Fraction
from math import comb

import mpmath as mp
import numpy as np
import scipy
import statsmodels
from scipy import stats
from scipy.optimize import minimize_scalar
from statsmodels.stats import proportion as sp
from statsmodels.stats import rates as sr

warnings.filterwarnings("ignore")
mp.mp.dps = 30
rng = np.random.default_rng(20260724)
cases = []


def case(of, given, expected, within=1e-9, near=None):
    # statsmodels answers NaN in some tables with hardly any events.
    if any(isinstance(value, float) and not np.isfinite(value) for value in expected.values()):
        return
    entry = {"of": of, "given": given, "expected": expected, "within": within}
    if near is not None:
        entry["near"] = near
    cases.append(entry)


def number(x):
    return float(x)


def arm(x, n):
    return {"events": int(x), "units": int(n)}


def draw_arm(sizes=(5, 8, 20, 33, 100, 417, 2000, 100000), shares=(0.002, 0.005, 0.1, 0.5, 0.93, 1.0)):
    n = int(rng.choice(sizes))
    return int(rng.binomial(n, rng.choice(shares))), n


def bisect(f, a, b, steps=60):
    """f falls from positive to negative."""
    for _ in range(steps):
        m = (a + b) / 2
        if f(m) > 0: a = m
        else: b = m
    return (a + b) / 2


# One proportion.
singles = [(0, 1), (1, 1), (0, 10), (10, 10), (1, 1000000), (0, 1000), (15, 148), (81, 263), (1, 29)]
singles += [draw_arm() for _ in range(25)]
for x, n in singles:
    conf = float(rng.choice([0.8, 0.95, 0.99, 0.999]))
    low, high = sp.proportion_confint(x, n, 1 - conf, "wilson")
    case("wilsonInterval", {**arm(x, n), "confidence": conf},
         {"estimate": x / n, "low": 0 if x == 0 else low, "high": 1 if x == n else high}, 1e-9, 1e-15)
    # Not binomtest: its root finding loses the lower end where that is small.
    ends = sp.proportion_confint(x, n, 1 - conf, "beta")
    case("exactProportionInterval", {**arm(x, n), "confidence": conf, "atEdge": "two-sided"},
         {"estimate": x / n, "low": 0 if x == 0 else ends[0], "high": 1 if x == n else ends[1]}, 1e-9)
for x, n in [(0, 7), (7, 7), (3, 10), (1, 40), (39, 40), (12, 25), (50, 200), (2, 1000), (15, 148), (5, 6)]:
    def below(k, p):
        return mp.fsum(mp.binomial(n, j) * p**j * (1 - p) ** (n - j) for j in range(k + 1))

    def at(k, p):
        return mp.binomial(n, k) * p**k * (1 - p) ** (n - k)
    tail = mp.mpf("0.025")
    low = 0 if x == 0 else bisect(lambda p: tail - (1 - below(x - 1, p) - at(x, p) / 2), mp.mpf("1e-12"), mp.mpf(1), 90)
    high = 1 if x == n else bisect(lambda p: below(x, p) - at(x, p) / 2 - tail, mp.mpf(0), mp.mpf(1) - mp.mpf("1e-12"), 90)
    case("exactProportionInterval", {**arm(x, n), "confidence": 0.95, "atEdge": "two-sided", "midP": True}, {"low": number(low), "high": number(high)}, 1e-9)


# Two proportions: the likelihood under a hypothesis, maximised by its derivative in 30 digits.
def constrained(x1, n1, x2, n2, link, least, most):
    """link(p2) = (p1, dp1/dp2)."""
    def slope(p2):
        p1, d1 = link(p2)
        total = mp.mpf(0)
        if x1: total += x1 * d1 / p1
        if n1 - x1: total -= (n1 - x1) * d1 / (1 - p1)
        if x2: total += x2 / p2
        if n2 - x2: total -= (n2 - x2) / (1 - p2)
        return total
    a, b = least, most
    for _ in range(110):
        m = (a + b) / 2
        if slope(m) > 0: a = m
        else: b = m
    p2 = (a + b) / 2
    return link(p2)[0], p2


def difference_statistic(x1, n1, x2, n2, d, correction=True):
    d = mp.mpf(d)
    p1, p2 = constrained(x1, n1, x2, n2, lambda p: (p + d, 1), max(mp.mpf(0), -d), min(mp.mpf(1), 1 - d))
    v = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    if correction: v = v * (n1 + n2) / (n1 + n2 - 1)
    return (mp.mpf(x1) / n1 - mp.mpf(x2) / n2 - d) / mp.sqrt(v)


def ratio_statistic(x1, n1, x2, n2, r, correction=True):
    r = mp.mpf(r)
    p1, p2 = constrained(x1, n1, x2, n2, lambda p: (p * r, r), mp.mpf(0), min(mp.mpf(1), 1 / r))
    v = p1 * (1 - p1) / n1 + r * r * p2 * (1 - p2) / n2
    if correction: v = v * (n1 + n2) / (n1 + n2 - 1)
    return (mp.mpf(x1) / n1 - r * mp.mpf(x2) / n2) / mp.sqrt(v)


def quantile(conf):
    return mp.sqrt(2) * mp.erfinv(conf)


pairs = [((0, 1000), (5, 1000)), ((0, 1000), (0, 1000)), ((5, 5), (0, 5)), ((20, 20), (20, 20)), ((0, 30), (0, 12)), ((1, 5), (3, 100))]
pairs += [(draw_arm(), draw_arm()) for _ in range(9)]
for (x1, n1), (x2, n2) in pairs:
    conf = float(rng.choice([0.9, 0.95, 0.99]))
    z = quantile(conf)
    correction = bool(rng.integers(2))
    estimate = mp.mpf(x1) / n1 - mp.mpf(x2) / n2
    edge = mp.mpf("1e-25")
    low = bisect(lambda d: difference_statistic(x1, n1, x2, n2, d, correction) - z, -1 + edge, estimate, 50) if estimate > -1 else -1
    high = bisect(lambda d: difference_statistic(x1, n1, x2, n2, d, correction) + z, estimate, 1 - edge, 50) if estimate < 1 else 1
    case("scoreDifference", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "confidence": conf, "correction": correction},
         {"estimate": number(estimate), "low": number(low), "high": number(high)}, 1e-9, 1e-14)
    if x1 + x2 == 0: continue
    at_log = lambda s: (lambda l: ratio_statistic(x1, n1, x2, n2, mp.exp(l), correction) + s * z)
    centre = mp.log(mp.mpf(x1) * n2 / (mp.mpf(x2) * n1)) if x1 and x2 else None
    low = 0 if x1 == 0 else mp.exp(bisect(at_log(-1), mp.mpf(-30), centre if centre is not None else mp.mpf(30), 55))
    high = None if x2 == 0 else number(mp.exp(bisect(at_log(1), centre if centre is not None else mp.mpf(-30), mp.mpf(30), 55)))
    case("scoreRatio", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "confidence": conf, "correction": correction},
         {"low": number(low), "high": high}, 1e-9)

for _ in range(40):
    (x1, n1), (x2, n2) = draw_arm(), draw_arm()
    conf = float(rng.choice([0.8, 0.95, 0.99]))
    low, high = sp.confint_proportions_2indep(x1, n1, x2, n2, "newcomb", "diff", 1 - conf)
    case("newcombeInterval", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "confidence": conf}, {"low": low, "high": high}, 1e-9, 1e-15)
    if 0 < x1 < n1 and 0 < x2 < n2:
        for correction in (True, False):
            d = float(rng.uniform(-0.2, 0.2))
            if -0.99 < d < 0.99:
                # Not statsmodels: its cubic is wrong by up to 0.2 % (40/417 against 483/100,000 at 0.1935).
                statistic = difference_statistic(x1, n1, x2, n2, d, correction)
                case("scoreDifference", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "hypothesis": d, "correction": correction},
                     {"statistic": number(statistic), "pValue": number(2 * mp.ncdf(-abs(statistic)))}, 1e-9, 1e-14)
            ratio = float(np.exp(rng.uniform(-1, 1)))
            r = sp.test_proportions_2indep(x1, n1, x2, n2, ratio, "score", "ratio", "two-sided", correction)
            case("scoreRatio", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "hypothesis": ratio, "correction": correction},
                 {"statistic": r.statistic, "pValue": r.pvalue}, 1e-7)
        margin = float(rng.choice([0.01, 0.05, 0.2]))
        p1 = number(mp.ncdf(-difference_statistic(x1, n1, x2, n2, -margin)))
        p2 = number(mp.ncdf(difference_statistic(x1, n1, x2, n2, margin)))
        case("proportionNonInferiority", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "margin": margin, "better": "higher"}, {"pValue": p1}, 1e-9, 1e-15)
        case("proportionNonInferiority", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "margin": margin, "better": "lower"}, {"pValue": p2}, 1e-9, 1e-15)
        case("proportionEquivalence", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "margin": margin}, {"pValue": max(p1, p2)}, 1e-9, 1e-15)


# Fisher, in exact fractions.
def fisher(x1, n1, x2, n2):
    t = x1 + x2
    whole = comb(n1 + n2, t)
    masses = {k: comb(n1, k) * comb(n2, t - k) for k in range(max(0, t - n2), min(n1, t) + 1)}
    seen = masses[x1]
    two = sum(m for m in masses.values() if m <= seen)
    ties = sum(m for m in masses.values() if m == seen)
    up = sum(m for k, m in masses.items() if k >= x1)
    down = sum(m for k, m in masses.items() if k <= x1)
    f = lambda a: float(Fraction(a, whole))
    return {"two-sided": (f(two), float(Fraction(2 * two - ties, 2 * whole))),
            "higher": (f(up), float(Fraction(2 * up - seen, 2 * whole))), "lower": (f(down), float(Fraction(2 * down - seen, 2 * whole)))}


for _ in range(40):
    (x1, n1), (x2, n2) = (draw_arm((1, 5, 8, 20, 33, 100, 417, 2000)) for _ in range(2))
    side = str(rng.choice(["two-sided", "higher", "lower"]))
    p, mid = fisher(x1, n1, x2, n2)[side]
    case("fisherExact", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "alternative": side}, {"pValue": p, "midPValue": mid})


# Boschloo: every table, Fisher's p in fractions, the worst proportion on a fine grid and then refined.
def boschloo(x1, n1, x2, n2, side):
    seen = fisher(x1, n1, x2, n2)[side][0]
    region = np.array([[fisher(i, n1, j, n2)[side][0] <= seen * (1 + 1e-12) for j in range(n2 + 1)] for i in range(n1 + 1)])
    chance = lambda p: float(stats.binom.pmf(np.arange(n1 + 1), n1, p) @ region @ stats.binom.pmf(np.arange(n2 + 1), n2, p))
    grid = np.linspace(0.0005, 0.9995, 1000)
    values = np.array([chance(p) for p in grid])
    best = values.max()
    peaks = [i for i in range(1, 999) if values[i] >= values[i - 1] and values[i] >= values[i + 1] and values[i] > 0.97 * best]
    for i in peaks:
        r = minimize_scalar(lambda p: -chance(p), bounds=(max(1e-9, grid[i] - 0.0012), min(1 - 1e-9, grid[i] + 0.0012)), method="bounded", options={"xatol": 1e-9})
        best = max(best, -r.fun)
    return min(1.0, best)


for x1, n1, x2, n2 in [(0, 5, 4, 5), (7, 12, 1, 11), (2, 9, 9, 12), (0, 15, 4, 15), (1, 6, 5, 20), (3, 4, 5, 17), (0, 3, 2, 4)]:
    for side in ("two-sided", "higher", "lower"):
        case("boschlooExact", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "alternative": side}, {"pValue": boschloo(x1, n1, x2, n2, side)}, 1e-7)
# scipy takes the groups as columns. It needs minutes for 1,000 against 1,000: 0.057319727545558814 for 0 against 5.
for x1, n1, x2, n2 in [(0, 5, 1000, 1995), (7, 12, 1, 11), (2, 60, 9, 50), (0, 40, 3, 40)]:
    p = stats.boschloo_exact([[x1, x2], [n1 - x1, n2 - x2]]).pvalue
    case("boschlooExact", {"treated": arm(x1, n1), "comparison": arm(x2, n2), "twoSided": "central"}, {"pValue": p}, 1e-7)


# Rates.
def rate(x, t):
    return {"events": int(x), "exposure": float(t)}


for x, t in [(0, 10.0), (1, 0.5), (3, 100.0), (17, 4.25), (100, 1e6), (2345, 12.0), (60, 51477.5), (7, 1e-3), (1000000, 3.0)]:
    conf = float(rng.choice([0.9, 0.95, 0.99]))
    ci = [stats.chi2.ppf((1 - conf) / 2, 2 * x) / 2 / t if x else 0.0, stats.chi2.isf((1 - conf) / 2, 2 * x + 2) / 2 / t]
    case("exactRateInterval", {**rate(x, t), "confidence": conf, "atEdge": "two-sided"}, {"low": ci[0], "high": ci[1]}, 1e-9)
    z = quantile(conf)
    roots = [bisect(lambda m: (x - m) / mp.sqrt(m) - z, mp.mpf("1e-30"), mp.mpf(x), 100) if x else 0, bisect(lambda m: (x - m) / mp.sqrt(m) + z, mp.mpf(x or "1e-30"), mp.mpf(2 * x + 50), 100)]
    case("scoreRateInterval", {**rate(x, t), "confidence": conf}, {"low": number(roots[0] / t), "high": number(roots[1] / t)}, 1e-9)
    if x and x < 500:
        pmf = lambda k, m: mp.exp(-m) * m**k / mp.factorial(k)
        upto = lambda k, m: mp.gammainc(k + 1, m, regularized=True)
        tail = (1 - mp.mpf(conf)) / 2
        low = bisect(lambda m: tail - (1 - upto(x - 1, m) - pmf(x, m) / 2), mp.mpf("1e-12"), mp.mpf(x), 90)
        high = bisect(lambda m: upto(x, m) - pmf(x, m) / 2 - tail, mp.mpf(x), mp.mpf(3 * x + 30), 90)
        case("exactRateInterval", {**rate(x, t), "confidence": conf, "midP": True}, {"low": number(low / t), "high": number(high / t)}, 1e-9)


def rate_statistic(x1, t1, x2, t2, d):
    d = mp.mpf(d)
    slope = lambda r: (x1 / (r + d) if x1 else 0) + (x2 / r if x2 else 0) - t1 - t2
    r = bisect(slope, max(mp.mpf(0), -d) + mp.mpf("1e-40"), max(mp.mpf(0), -d) + mp.mpf(x1 + x2 + 1) * 2 / min(t1, t2) + abs(d), 110)
    return (mp.mpf(x1) / t1 - mp.mpf(x2) / t2 - d) / mp.sqrt((r + d) / t1 + r / t2)


rate_pairs = [(0, 10.0, 0, 20.0), (0, 8.0, 4, 8.0), (60, 51477.5, 30, 54308.75), (41, 28.0, 15, 19.0), (3, 1.5, 0, 2.5)]
rate_pairs += [(int(rng.poisson(m1)), float(rng.integers(1, 400)) / 8, int(rng.poisson(m2)), float(rng.integers(1, 400)) / 8)
               for m1, m2 in rng.choice([0.3, 2, 6, 20, 50], (11, 2))]
for x1, t1, x2, t2 in rate_pairs:
    conf = float(rng.choice([0.9, 0.95, 0.99]))
    z = quantile(conf)
    estimate = mp.mpf(x1) / t1 - mp.mpf(x2) / t2
    far = mp.mpf(x1 + 40) * 4 / t1 + mp.mpf(x2 + 40) * 4 / t2
    low = bisect(lambda d: rate_statistic(x1, t1, x2, t2, d) - z, estimate - far, estimate, 70)
    high = bisect(lambda d: rate_statistic(x1, t1, x2, t2, d) + z, estimate, estimate + far, 70)
    given = {"treated": rate(x1, t1), "comparison": rate(x2, t2)}
    case("scoreRateTest", {**given, "confidence": conf}, {"low": number(low), "high": number(high)}, 1e-9, 1e-14)
    if x1 + x2 == 0: continue
    # It divides by the second count, so the arms are exchanged where that is 0.
    score = sr.test_poisson_2indep(x1, t1, x2, t2, method="score") if x2 else sr.test_poisson_2indep(x2, t2, x1, t1, method="score")
    case("scoreRateTest", given, {"statistic": score.statistic if x2 else -score.statistic, "pValue": score.pvalue}, 1e-9, 1e-13)
    # The E-test in exact fractions where tables tie, Poisson chances by scipy.
    d = Fraction(t1) / Fraction(t2)
    m1, m2 = float((x1 + x2) * d / (1 + d)), float((x1 + x2) / (1 + d))
    size = lambda a, b: (a - d * b) ** 2 / (a + b) if a + b else Fraction(0)
    seen = size(x1, x2)
    top1, top2 = int(stats.poisson.isf(1e-14, m1)) + 5, int(stats.poisson.isf(1e-14, m2)) + 5
    if top1 * top2 < 6000:
        q1, q2 = stats.poisson.pmf(np.arange(top1), m1), stats.poisson.pmf(np.arange(top2), m2)
        p = 1.0 if seen == 0 else sum(q1[a] * sum(q2[b] for b in range(top2) if size(a, b) >= seen) for a in range(top1))
        case("eTest", given, {"pValue": min(1.0, p)}, 1e-9, 1e-13)
        if x1 != 0 and x2 != 0 and abs(score.statistic) > 1e-9:
            case("eTest", given, {"pValue": sr.etest_poisson_2indep(x1, t1, x2, t2)[1]}, 0.002, 1e-12)
    margin = 0.5 * (x1 + x2) / (t1 + t2)
    case("rateEquivalence", {**given, "margin": margin},
         {"pValue": number(max(mp.ncdf(-rate_statistic(x1, t1, x2, t2, -margin)), mp.ncdf(rate_statistic(x1, t1, x2, t2, margin))))}, 1e-9)
    case("rateNonInferiority", {**given, "margin": margin, "better": "lower"},
         {"pValue": number(mp.ncdf(rate_statistic(x1, t1, x2, t2, margin)))}, 1e-9)

# Sample ratio.
for counts, weights in [([5050, 4950], [1, 1]), ([500, 520, 0], [0.5, 0.5, 0]), ([1000, 1100, 950], [1, 1, 1]), ([821588, 815482], [0.5, 0.5]), ([900, 50, 61], [18, 1, 1])]:
    live = [i for i, w in enumerate(weights) if w > 0]
    expected = np.array([weights[i] for i in live]) / sum(weights) * sum(counts)
    r = stats.chisquare([counts[i] for i in live], expected)
    case("sampleRatio", {"counts": counts, "weights": weights}, {"statistic": r.statistic, "pValue": r.pvalue, "degreesOfFreedom": len(live) - 1})
for counts, weights in [([3, 1], [1, 1]), ([7, 0], [1, 1]), ([40, 9], [19, 1]), ([0, 2000], [1, 999]), ([9, 2], [5, 4])]:
    case("sampleRatio", {"counts": counts, "weights": weights}, {"pValue": stats.binomtest(counts[0], sum(counts), weights[0] / sum(weights)).pvalue}, 1e-9)


def multinomial(counts, weights):
    n, total = sum(counts), sum(weights)
    def mass(c):
        m, left = 1, n
        for k, w in zip(c, weights):
            m *= comb(left, k) * w**k
            left -= k
        return m
    def outcomes(n, k):
        if k == 1:
            yield (n,)
            return
        for i in range(n + 1):
            for rest in outcomes(n - i, k - 1):
                yield (i, *rest)
    seen = mass(counts)
    return float(Fraction(sum(m for m in map(mass, outcomes(n, len(counts))) if m <= seen), total**n))


for counts, weights in [([3, 1, 4], [1, 1, 1]), ([10, 0, 2], [1, 1, 1]), ([30, 1, 9], [20, 1, 4]), ([2, 2, 2, 2], [1, 1, 1, 1]), ([9, 1, 0, 0], [4, 3, 2, 1]), ([40, 7, 3], [18, 1, 1])]:
    case("sampleRatio", {"counts": counts, "weights": weights}, {"pValue": multinomial(counts, weights)}, 1e-9)

print(json.dumps({"madeBy": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "mpmath": mp.__version__}, "cases": cases}))
