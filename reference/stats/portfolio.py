"""Posteriors by quadrature, conditional estimates by 50-digit root finding, scores and coverage by other packages."""
import json
import mpmath as mp
import numpy as np
import scipy
import statsmodels
from scipy import integrate, stats
from statsmodels.stats.proportion import proportion_confint

mp.mp.dps = 30
rng = np.random.default_rng(41)
cases = []


def add(of, given, expected, within=1e-9, near=None):
    case = {"of": of, "given": given, "expected": expected, "within": within}
    if near is not None:
        case["near"] = near
    cases.append(case)


# Posterior under a t prior: integrals over the effect itself (ours sums over the width of the prior instead).
def posterior(y, s, m, v, df):
    scale = mp.sqrt(mp.mpf(v) * (df - 2) / df)
    def weight(x):
        return mp.exp(-((y - x) / s) ** 2 / 2) * (1 + ((x - m) / scale) ** 2 / df) ** (-(mp.mpf(df) + 1) / 2)
    spots = sorted({mp.mpf(m), mp.mpf(y)} | {mp.mpf(y) + k * mp.mpf(s) for k in (-12, -5, -2, 2, 5, 12)}
                   | {mp.mpf(m) + k * scale for k in (-30, -5, -1, 1, 5, 30)})
    low, high = mp.mpf(y) - 14 * mp.mpf(s), mp.mpf(y) + 14 * mp.mpf(s)
    # Outside of 14 standard errors nothing is left unless the prior is far narrower: then it lies within the spots.
    points = [low] + [x for x in spots if low < x < high] + [high]
    norm = mp.quad(weight, points)
    mean = mp.quad(lambda x: x * weight(x), points) / norm
    variance = mp.quad(lambda x: (x - mean) ** 2 * weight(x), points) / norm
    return mean, variance


for _ in range(16):
    s = float(10 ** rng.uniform(-1, 1))
    tau = float(10 ** rng.uniform(-1, 1))
    m = float(rng.normal())
    y = m + float(rng.normal() * rng.choice([1, 3, 6]) * np.hypot(s, tau))
    y = float(np.clip(y, m - 10 * s, m + 10 * s))
    df = float(rng.choice([3, 4, 5, 10]))
    mean, variance = posterior(y, s, m, tau**2, df)
    h = mp.mpf(10) ** -8
    per_mean = (posterior(y, s, mp.mpf(m) + h, tau**2, df)[0] - posterior(y, s, mp.mpf(m) - h, tau**2, df)[0]) / (2 * h)
    hv = h * tau**2
    per_variance = (posterior(y, s, m, mp.mpf(tau) ** 2 + hv, df)[0] - posterior(y, s, m, mp.mpf(tau) ** 2 - hv, df)[0]) / (2 * hv)
    add("posteriorEffect",
        {"effect": {"estimate": y, "standardError": s}, "prior": {"mean": m, "variance": tau**2, "degreesOfFreedom": df}},
        {"mean": float(mean), "variance": float(variance), "perMean": float(per_mean), "perVariance": float(per_variance)},
        within=1e-8, near=1e-11)

# One selected effect: the truncated normal distribution inverted.
for _ in range(40):
    s = float(10 ** rng.uniform(-2, 2))
    threshold = float(rng.choice([1.959963984540054, 1.6448536269514722, 0.0, 3.0]))
    z = threshold + float(rng.choice([0.05, 0.2, 1, 3, 8])) * float(rng.uniform(0.5, 1.5))
    confidence = float(rng.choice([0.95, 0.9, 0.8]))
    def root(share):
        beyond = lambda t: mp.log(mp.erfc((z - t) / mp.sqrt(2))) - mp.log(mp.erfc((threshold - t) / mp.sqrt(2))) - mp.log(share)
        low, high = mp.mpf(z) - 38, mp.mpf(z) + 38
        if beyond(low) >= 0:
            return low
        for _ in range(130):
            middle = (low + high) / 2
            low, high = (middle, high) if beyond(middle) < 0 else (low, middle)
        return low
    tail = mp.mpf(1 - confidence) / 2
    add("selectedEffect", {"effect": {"estimate": z * s, "standardError": s}, "options": {"threshold": threshold, "confidence": confidence}},
        {"estimate": float(root(mp.mpf(1) / 2) * s), "low": float(root(tail) * s), "high": float(root(1 - tail) * s)}, within=1e-8, near=1e-10 * s)

# The sum: expected luck and the variance of the error by numerical integration, trial by trial.
for _ in range(15):
    k = int(rng.choice([1, 5, 30]))
    s = 10 ** rng.uniform(-1, 1, k)
    y = rng.normal(0.5, 2, k) * s
    b = float(rng.choice([1.959963984540054, 1.0]))
    y[0] = (b + 0.4) * s[0]
    raw = float(np.sum(y[y / s >= b]))
    luck, variance = 0.0, 0.0
    for yi, si in zip(y, s):
        truth = yi / si
        expect = lambda g: integrate.quad(lambda z: g(z) * stats.norm.pdf(z), -12, 12, points=[b - truth] if abs(b - truth) < 12 else None, limit=400, epsabs=1e-13)[0]
        won = lambda z: z if z + truth >= b else 0.0
        taken = lambda z: stats.norm.pdf(b - truth - z)
        luck += si * expect(won)
        error = lambda z: won(z) - taken(z)
        mean = expect(error)
        variance += si**2 * expect(lambda z: (error(z) - mean) ** 2)
    add("correctSelection", {"effects": [{"estimate": float(a), "standardError": float(e)} for a, e in zip(y, s)], "options": {"threshold": b}},
        {"shipped": int(np.sum(y / s >= b)), "raw": raw, "estimate": raw - luck, "bias": luck, "standardError": float(np.sqrt(variance))}, within=1e-7, near=1e-9)

# Compounding: the product itself, and its interval by drawing.
for _ in range(12):
    k = int(rng.integers(1, 8))
    effects = [{"estimate": float(rng.normal(0.02, 0.03)), "standardError": float(rng.uniform(0.002, 0.02)), "share": float(rng.uniform(0.1, 1))} for _ in range(k)]
    drawn = np.ones(200_000)
    for e in effects:
        drawn *= 1 + e["share"] * rng.normal(e["estimate"], e["standardError"], drawn.size)
    low, high = np.quantile(drawn, [0.025, 0.975]) - 1
    add("compoundEffects", {"effects": effects}, {"estimate": float(np.prod([1 + e["share"] * e["estimate"] for e in effects]) - 1)})
    add("compoundEffects", {"effects": effects}, {"low": float(low), "high": float(high)}, within=1e-9, near=1e-3)

# Forecasts: score and its parts straight from their definitions, on rows cut by numpy.
for _ in range(12):
    n = int(rng.choice([1, 20, 200]))
    p = np.round(rng.beta(1, 1, n), int(rng.choice([1, 12])))
    happened = rng.uniform(size=n) < p**1.3
    rows = np.minimum(np.digitize(p, np.arange(1, 10) / 10), 9)
    reliability = resolution = 0.0
    table = []
    for row in np.unique(rows):
        pick = rows == row
        o = happened[pick].mean()
        reliability += pick.sum() * (p[pick].mean() - o) ** 2 / n
        resolution += pick.sum() * (o - happened.mean()) ** 2 / n
        low, high = proportion_confint(happened[pick].sum(), pick.sum(), method="beta")
        table.append({"count": int(pick.sum()), "said": float(p[pick].mean()), "happened": float(o),
                      "low": 0.0 if np.isnan(low) else float(low), "high": 1.0 if np.isnan(high) else float(high)})
    add("forecastScore", [{"probability": float(a), "happened": bool(b)} for a, b in zip(p, happened)],
        {"brier": float(np.mean((p - happened) ** 2)), "reliability": reliability, "resolution": resolution,
         "uncertainty": float(happened.mean() * (1 - happened.mean())), "rows": table}, within=1e-9, near=1e-12)

for _ in range(12):
    n = int(rng.choice([1, 5, 40, 400]))
    held = int(rng.binomial(n, 0.8))
    low, high = proportion_confint(held, n, method="beta")
    add("intervalCoverage", {"count": n, "held": held}, {"low": 0.0 if np.isnan(low) else float(low), "high": 1.0 if np.isnan(high) else float(high)}, within=1e-8, near=1e-12)

print(json.dumps({"madeBy": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "mpmath": mp.__version__}, "cases": cases}))
