"""Posteriors by brute numeric integration of prior times likelihood (mpmath), and beta comparisons by finite sums and
two-dimensional integration."""
import json, math, sys
import mpmath as mp
import numpy as np
import scipy
from scipy import integrate, optimize, stats

mp.mp.dps = 30
rng = np.random.default_rng(20240614)
cases = []
def add(of, given, expected, within=1e-9, **more):
    cases.append(dict(of=of, given=given, expected=expected, within=within, **more))

for i in range(60):
    se, sd, m0 = 10 ** rng.uniform(-4, 3), 10 ** rng.uniform(-3, 3), float(rng.normal() * 10 ** rng.uniform(-2, 1))
    est = float(m0 + rng.normal() * se * 10 ** rng.uniform(-1, 0.8))
    s, t, m, e = map(mp.mpf, (se, sd, m0, est))
    post = lambda x: mp.exp(-((x - e) / s) ** 2 / 2 - ((x - m) / t) ** 2 / 2)
    centre = (e / s**2 + m / t**2) / (1 / s**2 + 1 / t**2); width = 1 / mp.sqrt(1 / s**2 + 1 / t**2)
    scale = post(centre)
    f = lambda x: post(x) / scale
    cuts = lambda a, b: sorted({a, b, *[min(max(centre + k * width, a), b) for k in range(-30, 31, 3)]})
    lo, hi = centre - 30 * width, centre + 30 * width
    total = mp.quad(f, cuts(lo, hi))
    mean = mp.quad(lambda x: x * f(x), cuts(lo, hi)) / total
    var = mp.quad(lambda x: (x - centre) ** 2 * f(x), cuts(lo, hi)) / total
    zero = mp.mpf(0)
    def part(g, a, b):
        a, b = max(a, lo - 30 * width), min(b, hi + 30 * width)
        return mp.quad(g, cuts(a, b)) / total if b > a else mp.mpf(0)
    far = abs(centre) > 36 * width
    expected = dict(mean=float(mean), standardDeviation=float(mp.sqrt(var)), chanceToWin=float(part(f, zero, mp.inf)) if not far else float(centre > 0))
    if not far:
        expected["lossIfTaken"] = float(part(lambda x: -x * f(x), -mp.inf, zero)); expected["lossIfLeft"] = float(part(lambda x: x * f(x), zero, mp.inf))
    expected["low"] = float(centre + width * mp.sqrt(2) * mp.erfinv(-mp.mpf("0.9"))); expected["high"] = float(centre + width * mp.sqrt(2) * mp.erfinv(mp.mpf("0.9")))
    add("normalPosterior", [dict(estimate=est, standardError=se), dict(mean=m0, standardDeviation=sd), dict(confidence=0.9)], expected, 1e-9, near=float(width) * 1e-13)

# P(t > c) for whole-numbered betas is a finite sum (Evan Miller 2014); the losses by the same sum, shifted.
def beats(a, b, c, d):
    """P(beta(a, b) > beta(c, d)), a whole number."""
    return mp.fsum(mp.beta(c + i, d + b) / ((b + i) * mp.beta(1 + i, b) * mp.beta(c, d)) for i in range(a))
def loss(a, b, c, d):
    """E max(y - x, 0), x of beta(a, b), y of beta(c, d)."""
    return mp.mpf(c) / (c + d) * (1 - beats(a, b, c + 1, d)) - mp.mpf(a) / (a + b) * (1 - beats(a + 1, b, c, d))
for i in range(40):
    nt, nc = int(10 ** rng.uniform(0, 2.9)), int(10 ** rng.uniform(0, 2.9)); p = [0.0, 0.005, 0.05, 0.3, 0.9, 1.0][i % 6]
    et, ec = int(rng.binomial(nt, p)), int(rng.binomial(nc, min(1, p * 1.2)))
    a, b, c, d = 1 + et, 1 + nt - et, 1 + ec, 1 + nc - ec
    add("proportionPosterior", [dict(events=et, units=nt), dict(events=ec, units=nc)], dict(
        mean=float(mp.mpf(a) / (a + b) - mp.mpf(c) / (c + d)), chanceToWin=float(beats(a, b, c, d)), lossIfTaken=float(loss(a, b, c, d)), lossIfLeft=float(loss(c, d, a, b))), 1e-9, near=1e-16)
# The interval, other priors: scipy, a sum over a fine rule in the quantiles of the comparison.
x, w = np.polynomial.legendre.leggauss(400)
for i in range(14):
    nt, nc = int(10 ** rng.uniform(0.7, 4)), int(10 ** rng.uniform(0.7, 4)); p = [0.02, 0.2, 0.6][i % 3]
    et, ec = int(rng.binomial(nt, p)), int(rng.binomial(nc, p)); pe, po = [(1, 1), (2.5, 7.5), (20.3, 180.2)][i % 3]
    t, c = stats.beta(pe + et, po + nt - et), stats.beta(pe + ec, po + nc - ec)
    def above(dist):
        grid = c.ppf(np.concatenate([[1e-17], np.linspace(0, 1, 22)[1:-1]])); edges = sorted({0.0, 1.0, *grid.tolist(), *[q for q in (-dist, 1 - dist) if 0 < q < 1]})
        return sum((hi - lo) / 2 * float(w @ (c.pdf(lo + (hi - lo) / 2 * (x + 1)) * t.sf(lo + (hi - lo) / 2 * (x + 1) + dist))) for lo, hi in zip(edges, edges[1:]))
    low = optimize.brentq(lambda v: above(v) - 0.975, -1, 1, xtol=1e-13); high = optimize.brentq(lambda v: above(v) - 0.025, -1, 1, xtol=1e-13)
    add("proportionPosterior", [dict(events=et, units=nt), dict(events=ec, units=nc), dict(prior=dict(events=pe, others=po))], dict(low=low, high=high, chanceToWin=above(0.0)), 1e-8, near=1e-10)

json.dump(dict(madeBy=dict(mpmath=mp.__version__, numpy=np.__version__, scipy=scipy.__version__), cases=cases), sys.stdout)
