# Means, ratios and quantiles of units, by scipy, statsmodels, mpmath and brute force. Run: npm run reference -- means
import itertools
import json

import mpmath as mp
import numpy as np
import scipy
import scipy.optimize
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.oneway import anova_oneway
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW, ttost_ind

mp.mp.dps = 50
rng = np.random.default_rng(20260311)
cases = []


def add(of, given, expected, **more):
    cases.append({"of": of, "given": given, "expected": expected, **more})


def short(values):
    """Few digits, so that the file stays small; what is computed is computed from these."""
    return [float(f"{v:.6g}") for v in np.asarray(values, float)]


def t_quantile(p, df):
    """scipy 1.10's own is right to about 8 digits: polished with 50."""
    df, t = mp.mpf(float(df)), mp.mpf(float(stats.t.ppf(p, float(df))))
    for _ in range(4):
        below = 1 - mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
        density = mp.gamma((df + 1) / 2) / mp.gamma(df / 2) / mp.sqrt(df * mp.pi) * (1 + t * t / df) ** (-(df + 1) / 2)
        t -= (below - mp.mpf(float(p))) / density
    return float(t)


KINDS = ["normal", "lognormal", "counts", "zeros"]


def draw(n, kind=None, scale=1.0, level=0.0):
    kind = kind or rng.choice(KINDS)
    if kind == "normal":
        v = rng.normal(5, 2, n)
    elif kind == "lognormal":
        v = rng.lognormal(1, 1, n)
    elif kind == "counts":
        v = rng.poisson(2, n).astype(float)
    else:
        v = rng.lognormal(2, 1, n) * (rng.random(n) < 0.4)
    v = np.array(short(v * scale))
    if np.ptp(v) == 0:
        v[0] += scale
    return v + level


def sizes():
    return int(rng.integers(2, 31)), int(rng.integers(2, 31))


def confidence():
    return float(rng.choice([0.8, 0.9, 0.95, 0.99, 0.999]))


def difference_of(a, b, level, hypothesis=0.0):
    """By scipy's test and statsmodels' standard error and degrees of freedom."""
    t = stats.ttest_ind(a - hypothesis, b, equal_var=False)
    compared = CompareMeans(DescrStatsW(a), DescrStatsW(b))
    half = t_quantile((1 + level) / 2, compared.dof_satt()) * compared.std_meandiff_separatevar
    return {
        "estimate": a.mean() - b.mean(),
        "standardError": compared.std_meandiff_separatevar,
        "degreesOfFreedom": compared.dof_satt(),
        "statistic": float(t.statistic),
        "low": a.mean() - b.mean() - half,
        "high": a.mean() - b.mean() + half,
        "pValue": float(t.pvalue),
    }


# --- Welch, with levels and scales that cost digits
for i in range(60):
    n, m = sizes()
    scale = float(10.0 ** rng.integers(-8, 9)) if i % 3 == 0 else 1.0
    a, b = draw(n, scale=scale), draw(m, scale=scale) + (scale * 3 if i % 4 == 0 else 0)
    level = confidence()
    if a.mean() == b.mean():
        b[0] += scale
    # A difference that nearly vanishes has no relative accuracy to agree on.
    add("welch", {"treated": a.tolist(), "comparison": b.tolist(), "confidence": level, "hypothesis": 0},
        difference_of(a, b, level), near=1e-12 * scale)
for i in range(8):
    a, b = draw(20, "counts", level=1e9), draw(15, "counts", level=1e9 + 1)
    # The level is a whole number and so are the values: nothing is lost when it is taken off.
    expected = difference_of(a - 1e9, b - 1e9, 0.95)
    add("welch", {"treated": a.tolist(), "comparison": b.tolist(), "confidence": 0.95, "hypothesis": 0}, expected, near=1e-6, within=1e-6)
for i in range(8):
    a, b = draw(12, "normal"), draw(17, "normal")
    add("welch", {"treated": a.tolist(), "comparison": b.tolist(), "confidence": 0.9, "hypothesis": 0.75},
        difference_of(a, b, 0.9, 0.75))
for i in range(4):
    # Far out in the tail: p-values down to 1e-200.
    a, b = draw(200 if i else 60, "normal") + 10 * (i + 1), draw(200, "normal")
    expected = difference_of(a, b, 0.95)
    df, t = mp.mpf(expected["degreesOfFreedom"]), mp.mpf(expected["statistic"])
    expected["pValue"] = float(mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True))
    add("welch", {"treated": a.tolist(), "comparison": b.tolist(), "confidence": 0.95, "hypothesis": 0}, expected)

# --- one sample and pairs
for i in range(20):
    a = draw(int(rng.integers(2, 30)))
    level, against = confidence(), float(rng.choice([0, 1, 4]))
    t = stats.ttest_1samp(a, against)
    half = t_quantile((1 + level) / 2, len(a) - 1) * stats.sem(a)
    add("oneSample", {"values": a.tolist(), "confidence": level, "hypothesis": against},
        {"estimate": a.mean(), "statistic": float(t.statistic), "degreesOfFreedom": len(a) - 1, "low": a.mean() - half,
         "high": a.mean() + half, "pValue": float(t.pvalue)}, near=1e-13)
for i in range(15):
    n = int(rng.integers(3, 30))
    a, b = draw(n, "normal"), draw(n, "lognormal")
    t = stats.ttest_rel(a, b)
    half = t_quantile(0.975, n - 1) * stats.sem(a - b)
    add("paired", {"treated": a.tolist(), "comparison": b.tolist()},
        {"statistic": float(t.statistic), "degreesOfFreedom": n - 1, "low": (a - b).mean() - half, "high": (a - b).mean() + half,
         "pValue": float(t.pvalue)}, near=1e-13)

# --- relative to the mean without the change, in pairs: where scipy's one-sample t test of treated - (1 + r) comparison turns.
# A generator of its own, so that the other cases stay as they were.
own = np.random.default_rng(88)
for i in range(25):
    n = int(own.integers(3, 25))
    base = 20 + own.exponential(8, n) + (1e6 if i % 5 == 0 else 0)
    raised = base * (1 + own.normal(0.1, 0.08, n)) + own.normal(0, 2, n)
    gap = lambda r: stats.ttest_1samp(raised - (1 + r) * base, 0).pvalue - 0.05
    middle = (raised.mean() - base.mean()) / base.mean()
    ends = []
    for sign in (-1, 1):
        step = 1e-9
        while gap(middle + sign * step) > 0 and step < 100:
            step *= 2
        ends.append(scipy.optimize.brentq(gap, middle, middle + sign * step, xtol=1e-15, rtol=1e-14) if step < 100 else None)
    if None not in ends:
        add("pairedRelative", {"treated": raised.tolist(), "comparison": base.tolist()},
            {"estimate": middle, "low": ends[0], "high": ends[1], "degreesOfFreedom": n - 1}, near=1e-11)

# --- relative difference: the test is inverted numerically with 50 digits, no formula for the interval is used
for i in range(40):
    n, m = int(rng.integers(5, 40)), int(rng.integers(5, 40))
    a, b = draw(n), draw(m)
    level = float(rng.choice([0.8, 0.9, 0.95]))
    ma, mb = mp.fsum(a) / n, mp.fsum(b) / m
    va = mp.fsum((mp.mpf(x) - ma) ** 2 for x in a) / (n - 1) / n
    vb = mp.fsum((mp.mpf(x) - mb) ** 2 for x in b) / (m - 1) / m
    df = (va + vb) ** 2 / (va**2 / (n - 1) + vb**2 / (m - 1))
    q = mp.mpf(t_quantile((1 + level) / 2, df))
    # t of "treated is (1 + r) comparison", whose size passes q exactly at the ends.
    at = lambda r: (ma - (1 + r) * mb) / mp.sqrt(va + (1 + r) ** 2 * vb)
    far = mb / mp.sqrt(vb)
    expected = {"estimate": float(ma / mb - 1), "degreesOfFreedom": float(df), "reason": None}
    if mb <= 0:
        expected = {"estimate": None, "low": None, "high": None, "reason": "base-not-positive"}
    elif far <= q:
        expected |= {"low": None, "high": None, "reason": "unbounded"}
    else:
        middle = ma / mb - 1
        step = mp.mpf(1)
        while at(middle - step) < q:
            step *= 2
        low = mp.findroot(lambda r: at(r) - q, (middle - step, middle), solver="anderson", tol=1e-40)
        step = mp.mpf(1)
        while at(middle + step) > -q:
            step *= 2
        high = mp.findroot(lambda r: at(r) + q, (middle, middle + step), solver="anderson", tol=1e-40)
        expected |= {"low": float(low), "high": float(high)}
    add("relativeDifference", {"treated": a.tolist(), "comparison": b.tolist(), "confidence": level}, expected, near=1e-12)

# --- delta method: the gradient by numerical differentiation with 50 digits
for i in range(15):
    n, m = int(rng.integers(5, 40)), int(rng.integers(5, 40))
    a, b = draw(n), draw(m)
    ratio = lambda x, y: x / y - 1
    x, y = mp.mpf(a.mean()), mp.mpf(b.mean())
    va, vb = a.var(ddof=1) / n, b.var(ddof=1) / m
    dx, dy = mp.diff(ratio, (x, y), (1, 0)), mp.diff(ratio, (x, y), (0, 1))
    se = float(mp.sqrt(dx**2 * va + dy**2 * vb))
    df = (va + vb) ** 2 / (va**2 / (n - 1) + vb**2 / (m - 1))
    est = float(ratio(x, y))
    add("deltaRelativeEffect", {"treated": a.tolist(), "comparison": b.tolist()},
        {"estimate": est, "standardError": se, "pValue": 2 * stats.t.sf(abs(est / se), df),
         "low": est - t_quantile(0.975, df) * se, "high": est + t_quantile(0.975, df) * se}, near=1e-12)


def ratio_arm(x, y):
    """Delta method with a numerical gradient and numpy's covariance matrix."""
    n = len(x)
    f = lambda p, q: q / p
    at = (mp.mpf(x.mean()), mp.mpf(y.mean()))
    gradient = np.array([float(mp.diff(f, at, (1, 0))), float(mp.diff(f, at, (0, 1)))])
    return y.sum() / x.sum(), gradient @ np.cov(x, y) @ gradient / n, n - 1


def from_arms(a, b, level):
    (ea, va, da), (eb, vb, db) = a, b
    se = np.sqrt(va + vb)
    df = (va + vb) ** 2 / (va**2 / da + vb**2 / db)
    q = t_quantile((1 + level) / 2, df)
    return {"estimate": ea - eb, "standardError": se, "degreesOfFreedom": df, "low": ea - eb - q * se,
            "high": ea - eb + q * se, "pValue": 2 * stats.t.sf(abs((ea - eb) / se), df)}


# --- ratio metrics, units without denominator among them
for i in range(25):
    arms, given = [], {}
    for name in ["treated", "comparison"]:
        n = int(rng.integers(12, 40))
        x = rng.poisson(3, n).astype(float)
        y = np.array(short(x * rng.lognormal(0, 0.4, n) * (1.2 if name == "treated" else 1)))
        arms.append(ratio_arm(x, y))
        given[name] = {"denominators": x.tolist(), "numerators": y.tolist()}
    add("compareRatios", given, from_arms(*arms, 0.95), near=1e-12)

# --- CUPED: with arms of one size it is the analysis of covariance; with a given theta, Welch on y - theta x
for i in range(20):
    n = int(rng.integers(6, 30))
    x = np.array(short(rng.normal(10, 3, 2 * n)))
    y = np.array(short(rng.normal(2, 1, 2 * n) + rng.uniform(-1, 2) * x))
    arm = np.repeat([1.0, 0.0], n)
    y = y + arm
    fit = sm.OLS(y, np.column_stack([np.ones(2 * n), arm, x])).fit()
    given = {"x": [x[:n].tolist(), x[n:].tolist()], "y": [y[:n].tolist(), y[n:].tolist()]}
    add("cupedSlope", given, {"estimate": fit.params[1], "standardError": fit.bse[1], "theta": fit.params[2]})
    theta = float(rng.uniform(-1, 2))
    z = y - theta * x
    add("cupedGiven", {**given, "theta": theta}, difference_of(z[:n], z[n:], 0.95))
    # As a share: effect and base as linear functions of four means, with numpy's covariance of them; the test inverted.
    a, b, y = slice(0, n - 2), slice(n, 2 * n), y + 40
    na, nb = n - 2, n
    cov = np.zeros((4, 4))
    cov[:2, :2], cov[2:, 2:] = np.cov(y[a], x[a]) / na, np.cov(y[b], x[b]) / nb
    means = np.array([y[a].mean(), x[a].mean(), y[b].mean(), x[b].mean()])
    effect = np.array([1, -theta, -1, theta])
    base = np.array([0, theta * na / (na + nb), 1, -theta + theta * nb / (na + nb)])
    q = t_quantile(0.975, difference_of(z[a], z[b], 0.95)["degreesOfFreedom"])
    at = lambda r: (effect - r * base) @ means / np.sqrt((effect - r * base) @ cov @ (effect - r * base))
    r0 = effect @ means / (base @ means)
    ends = [scipy.optimize.brentq(lambda r: at(r) - way * q, *sorted((r0, r0 - way)), xtol=1e-15, rtol=1e-14) for way in (1, -1)]
    add("cupedRelative", {"x": [x[a].tolist(), x[b].tolist()], "y": [y[a].tolist(), y[b].tolist()], "theta": theta},
        {"estimate": r0, "low": ends[0], "high": ends[1]}, near=1e-11)

# --- regression with interactions, HC2
for i in range(30):
    k = int(rng.integers(1, 4))
    n, m = int(rng.integers(10 * k, 10 * k + 25)), int(rng.integers(10 * k, 10 * k + 25))
    x = np.array([short(row) for row in rng.normal(0, 1, (n + m, k)) * rng.uniform(0.1, 100, k) + rng.uniform(-50, 50, k)])
    arm = np.r_[np.ones(n), np.zeros(m)]
    y = np.array(short(rng.normal(0, 1, n + m) * (1 + 2 * arm) + (x / x.std(0)) @ rng.normal(0, 1, k) + arm))
    c = x - x.mean(0)
    fit = sm.OLS(y, np.column_stack([np.ones(n + m), arm, c, c * arm[:, None]])).fit(cov_type="HC2")
    parts = []
    for of, size in [(arm == 1, n), (arm == 0, m)]:
        alone = sm.OLS(y[of], sm.add_constant(c[of], has_constant="add")).fit(cov_type="HC2")
        parts.append((alone.params[0], alone.bse[0] ** 2, size - k - 1))
    expected = from_arms(*parts, 0.95)
    expected |= {"estimate": fit.params[1], "standardError": fit.bse[1]}
    add("adjustByRegression", {"treated": {"outcomes": y[:n].tolist(), "covariates": x[:n].tolist()},
        "comparison": {"outcomes": y[n:].tolist(), "covariates": x[n:].tolist()}}, expected, near=1e-11)

# --- post-stratification: the saturated regression with HC2, averaged by a contrast
for i in range(12):
    k = int(rng.integers(2, 5))
    strata, y, cell = [], [], []
    for s in range(k):
        pair = []
        for t in range(2):
            v = draw(int(rng.integers(3, 12)), "normal") + 3 * s + t
            y += v.tolist()
            cell += [2 * s + t] * len(v)
            pair.append(v)
        strata.append({"treated": pair[1].tolist(), "comparison": pair[0].tolist()})
    cell = np.array(cell)
    fit = sm.OLS(np.array(y), (cell[:, None] == np.arange(2 * k)).astype(float)).fit(cov_type="HC2")
    share = np.array([np.isin(cell, [2 * s, 2 * s + 1]).mean() for s in range(k)])
    contrast = np.ravel(np.column_stack([-share, share]))
    test = fit.t_test(contrast)
    add("postStratified", {"strata": strata}, {"estimate": float(test.effect[0]), "standardError": float(np.ravel(test.sd)[0])}, near=1e-12)

# --- quantiles
for i in range(25):
    v, p = draw(int(rng.integers(1, 60))), float(rng.choice([0, 0.01, 0.25, 0.5, 0.9, 0.995, 1]))
    add("sampleQuantile", {"values": v.tolist(), "share": p}, float(np.quantile(v, p)))
for i in range(30):
    n, p, level = int(rng.integers(4, 150)), float(rng.choice([0.1, 0.25, 0.5, 0.75, 0.9])), float(rng.choice([0.8, 0.9, 0.95]))
    v = np.sort(np.array(short(rng.lognormal(1, 1, n))))
    tail, z2 = (1 - level) / 2, stats.norm.ppf((1 + level) / 2) ** 2
    lows = [r for r in range(1, n + 1) if stats.binom.cdf(r - 1, n, p) <= tail]
    highs = [r for r in range(1, n + 1) if stats.binom.sf(r - 1, n, p) <= tail]
    if n <= z2 * p / (1 - p) or n <= z2 * (1 - p) / p or not lows or not highs:
        expected = {"low": None, "high": None, "coverage": None, "reason": "too-few-values"}
    else:
        l, h = max(lows), min(highs)
        covered = sum(stats.binom.pmf(k, n, p) for k in range(l, h))
        expected = {"low": v[l - 1], "high": v[h - 1], "coverage": covered, "reason": None}
    add("quantileInterval", {"values": rng.permutation(v).tolist(), "share": p, "confidence": level}, expected)


def redrawn_by_counting(values, p):
    """Every way to draw the sample again from itself, all n^n of them."""
    n = len(values)
    order = np.sort(values)
    redrawn = np.sort(np.array(list(itertools.product(range(n), repeat=n)), dtype=np.int8), axis=1)
    place = p * (n - 1)
    below, mix = int(np.floor(place)), place - np.floor(place)
    weights = np.bincount(redrawn[:, below], minlength=n) * (1 - mix)
    if mix > 0:
        weights = weights + np.bincount(redrawn[:, below + 1], minlength=n) * mix
    return order, weights / n**n


def redrawn_by_tails(values, p):
    n = len(values)
    place = p * (n - 1)
    below, mix = int(np.floor(place)), place - np.floor(place)
    j = np.arange(1, n + 1) / n
    reached = (1 - mix) * stats.binom.sf(below, n, j) + (mix * stats.binom.sf(below + 1, n, j) if mix else 0)
    return np.sort(values), np.diff(np.r_[0, reached])


def compared(a, b, tail):
    """All pairs, sorted: nothing clever."""
    d = np.subtract.outer(a[0], b[0]).ravel()
    w = np.multiply.outer(a[1], b[1]).ravel()
    order = np.argsort(d, kind="stable")
    d, w = d[order], w[order]
    low = d[np.searchsorted(np.cumsum(w), tail)]
    high = d[::-1][np.searchsorted(np.cumsum(w[::-1]), tail)]
    m = np.sum(d * w)
    p = min(1, 2 * min(w[d <= 0].sum(), w[d >= 0].sum()))
    return {"low": low, "high": high, "pValue": p, "standardError": float(np.sqrt(np.sum(w * (d - m) ** 2)))}


for i in range(6):
    n, m = (6, 7) if i % 2 else (6, 6)
    a, b = draw(n, "lognormal"), draw(m, "lognormal")
    add("compareQuantiles", {"treated": a.tolist(), "comparison": b.tolist(), "share": 0.5},
        compared(redrawn_by_counting(a, 0.5), redrawn_by_counting(b, 0.5), 0.025), near=1e-13)
for i in range(20):
    p = float(rng.choice([0.25, 0.5, 0.75, 0.9]))
    a, b = draw(int(rng.integers(40, 90)), "lognormal"), draw(int(rng.integers(40, 90)), "lognormal")
    add("compareQuantiles", {"treated": a.tolist(), "comparison": b.tolist(), "share": p},
        compared(redrawn_by_tails(a, p), redrawn_by_tails(b, p), 0.025), near=1e-12)
for i in range(15):
    n, p = int(rng.integers(10, 80)), 0.5
    v = np.array(short(rng.lognormal(1, 1, n)))
    c = int(np.floor((n + 1) / 2 - np.sqrt(n) + 0.5))
    s = np.sort(v)
    z = stats.norm.isf(stats.binom.cdf(c - 1, n, 0.5))
    # Price and Bonett 2001, equation for the median.
    add("armQuantile", {"values": v.tolist(), "share": p}, {"estimate": float(np.median(v)), "variance": ((s[n - c] - s[c - 1]) / (2 * z)) ** 2})
for i in range(15):
    units = [short(rng.normal(rng.normal(10, 2), 1, int(rng.integers(0, 7)))) for _ in range(int(rng.integers(25, 60)))]
    p = float(rng.choice([0.25, 0.5, 0.75]))
    events = np.sort(np.concatenate([np.array(u) for u in units]))
    q, n = float(np.quantile(events, p)), len(events)
    x, y = np.array([float(len(u)) for u in units]), np.array([float(sum(e <= q for e in u)) for u in units])
    _, variance, df = ratio_arm(x, y)
    half = t_quantile(0.975, df) * np.sqrt(variance) * n
    l, h = int(np.floor(p * n - half)), int(np.ceil(p * n + half)) + 1
    ok = l >= 1 and h <= n
    add("clusteredQuantile", {"units": units, "share": p},
        {"estimate": q, "low": events[l - 1] if ok else None, "high": events[h - 1] if ok else None})

# --- winsorised means
for i in range(12):
    a, b = draw(int(rng.integers(30, 70)), "lognormal"), draw(int(rng.integers(30, 70)), "lognormal")
    cap, floor = np.quantile(np.r_[a, b], 0.95), np.quantile(np.r_[a, b], 0.02)
    add("winsorisedComparison", {"treated": a.tolist(), "comparison": b.tolist(), "upper": 0.95, "lower": 0.02},
        {"cap": cap, "floor": floor, "difference": difference_of(np.clip(a, floor, cap), np.clip(b, floor, cap), 0.95)}, near=1e-12)

# --- margins: statsmodels' two one-sided tests; a relative margin by scaling the comparison's values
for i in range(15):
    a, b = draw(int(rng.integers(4, 40)), "normal"), draw(int(rng.integers(4, 40)), "normal")
    low, high = -float(rng.uniform(0.2, 3)), float(rng.uniform(0.2, 3))
    p, first, second = ttost_ind(a, b, low, high, usevar="unequal")
    add("equivalentMeans", {"treated": a.tolist(), "comparison": b.tolist(), "margins": {"low": {"absolute": low}, "high": {"absolute": high}}},
        {"pValue": float(p), "pValueLow": float(first[1]), "pValueHigh": float(second[1])})
    low, high = -float(rng.uniform(0.1, 0.4)), float(rng.uniform(0.1, 0.4))
    first = stats.ttest_ind(a, (1 + low) * b, equal_var=False, alternative="greater").pvalue
    second = stats.ttest_ind(a, (1 + high) * b, equal_var=False, alternative="less").pvalue
    add("equivalentMeans", {"treated": a.tolist(), "comparison": b.tolist(), "margins": {"low": {"relative": low}, "high": {"relative": high}}},
        {"pValue": float(max(first, second)), "pValueLow": float(first), "pValueHigh": float(second)})

# --- several arms
for i in range(20):
    k = int(rng.integers(2, 6))
    groups = [draw(int(rng.integers(2, 25))) * float(rng.choice([1, 1, 3])) for _ in range(k)]
    fit = anova_oneway(groups, use_var="unequal", welch_correction=True)
    add("welchAnova", {"arms": [g.tolist() for g in groups]},
        {"statistic": float(fit.statistic), "numeratorDegreesOfFreedom": float(fit.df_num),
         "denominatorDegreesOfFreedom": float(fit.df_denom), "pValue": float(fit.pvalue)})

# --- ratio CUPED with arms of one size: the analysis of covariance of linearised values
for i in range(8):
    n = int(rng.integers(12, 30))
    arms, z, w = [], [], []
    for t in range(2):
        d0 = rng.poisson(4, n) + 1.0
        base = rng.lognormal(0, 0.3, n)
        p0 = np.array(short(d0 * base))
        d1 = rng.poisson(4, n) * 1.0
        p1 = np.array(short(d1 * base * rng.lognormal(0.1 * t, 0.2, n)))
        arms.append({"numerators": p1.tolist(), "denominators": d1.tolist(), "priorNumerators": p0.tolist(), "priorDenominators": d0.tolist()})
        r, r0 = p1.sum() / d1.sum(), p0.sum() / d0.sum()
        z.append(r + (p1 - r * d1) / d1.mean())
        w.append(r0 + (p0 - r0 * d0) / d0.mean())
    arm = np.repeat([0.0, 1.0], n)
    fit = sm.OLS(np.concatenate(z), np.column_stack([np.ones(2 * n), arm, np.concatenate(w)])).fit()
    add("ratioCuped", {"treated": arms[1], "comparison": arms[0]},
        {"theta": fit.params[2], "difference": {"estimate": fit.params[1], "standardError": fit.bse[1]}}, near=1e-12)

# --- ridge: least squares with one more row per covariate, which pulls its slope to 0
for i in range(10):
    n, k, penalty = int(rng.integers(8, 30)), int(rng.integers(1, 6)), float(10.0 ** rng.integers(-4, 1))
    x = np.array([short(row) for row in rng.normal(5, 2, (n, k))])
    y, at = np.array(short(rng.normal(100, 1, n) + x.sum(1))), np.array(short(rng.normal(5, 2, k)))
    s = (x - x.mean(0)) / x.std(0)
    slopes = np.linalg.lstsq(np.vstack([s, np.sqrt(penalty * n) * np.eye(k)]), np.r_[y - y.mean(), np.zeros(k)], rcond=None)[0]
    add("ridgeLine", {"rows": x.tolist(), "outcomes": y.tolist(), "penalty": penalty, "at": at.tolist()},
        float(y.mean() + slopes @ ((at - x.mean(0)) / x.std(0))))

plain = lambda v: v.item() if isinstance(v, np.generic) else str(v)
print(json.dumps({"madeBy": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "mpmath": mp.__version__, "numpy": np.__version__}, "cases": cases}, default=plain, allow_nan=False))
