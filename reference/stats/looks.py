"""Confidence sequences and their boundaries by 40-digit numeric integration of the mixtures they are made of (mpmath), and
by sums over categories written as plain products; the betting sequence by brute force over a grid of means."""
import json, math, sys
import mpmath as mp
import numpy as np
import scipy
from scipy import integrate, stats

mp.mp.dps = 30
rng = np.random.default_rng(20240612)
cases = []
def add(of, given, expected, within=1e-9, **more):
    cases.append(dict(of=of, given=given, expected=expected, within=within, **more))

f = float

def rho_scale(v, level):
    a = -2 * mp.log(level)
    return v / (a + mp.log(1 + a))

def quad(fn, peak, width, lo, hi):
    """Of a function with one peak: pieces around it."""
    pts = sorted({mp.mpf(lo), *[min(max(peak + k * width, lo), hi) for k in (-12, -6, -3, -1, 0, 1, 3, 6, 12)], mp.mpf(hi)})
    return mp.quad(fn, pts)

# The mixtures: log of the integral of exp(lambda s - psi(lambda) v) over the mixing density.
for i in range(40):
    v = mp.mpf(10 ** rng.uniform(-1, 5)); v_opt = mp.mpf(10 ** rng.uniform(0, 4)); alpha = mp.mpf(10 ** rng.uniform(-4, -0.7))
    sides = 1 + i % 2
    rho = rho_scale(v_opt, alpha if sides == 2 else 2 * alpha)
    s = mp.sqrt(v) * mp.mpf(rng.uniform(-3, 6))
    peak = s / (v + rho); width = 1 / mp.sqrt(v + rho)
    density = lambda l: mp.exp(l * s - l * l * v / 2 - l * l * rho / 2) * mp.sqrt(rho / (2 * mp.pi)) * (2 if sides == 1 else 1)
    lo = 0 if sides == 1 else peak - 40 * width
    hi = max(peak, 0) + 40 * width
    e = quad(density, max(peak, mp.mpf(lo)), width, lo, hi)
    add("normalMixtureLogE", [f(s), f(v), f(rho), sides], f(mp.log(e)), 1e-10, near=1e-13)

for i in range(40):
    v = mp.mpf(10 ** rng.uniform(-0.5, 4)); rho = mp.mpf(10 ** rng.uniform(0, 3)); c = mp.mpf(10 ** rng.uniform(-0.7, 0.7))
    s = mp.sqrt(v) * mp.mpf(rng.uniform(-0.3, 4))
    tail = "exponential" if i % 2 else "poisson"
    a = rho / c**2
    if tail == "exponential":
        # psi(l) = (-ln(1 - c l) - c l) / c^2 on [0, 1/c); the mixing density is prop. to exp(-rho psi) / (1 - c l). With
        # 1 - c l = e^-t the singular end is at infinity.
        place = lambda t: -mp.expm1(-t) / c
        psi = lambda l, t: (t - c * l) / c**2
        top = 60 + 80 / a
    else:
        # psi(l) = (e^{c l} - c l - 1) / c^2 on [0, inf); the mixing density is prop. to exp(-rho psi)
        place = lambda t: t / c
        psi = lambda l, t: (mp.expm1(t) - t) / c**2
        top = 12 + 80 / mp.sqrt(a)
    base = lambda t: mp.exp(-rho * psi(place(t), t))
    def total(fn):
        pts = sorted({top * mp.mpf(k) / 30 for k in range(31)} | {top * mp.mpf(2) ** -k for k in range(1, 12)})
        return mp.quad(fn, pts)
    e = total(lambda t: mp.exp(place(t) * s - psi(place(t), t) * v) * base(t)) / total(base)
    add("gammaMixtureLogE", [f(s), f(v), dict(tail=tail, jump=f(c), scale=f(rho))], f(mp.log(e)), 1e-9, near=1e-12)

# Beta-binomial: n answers, each -below or +above.
for i in range(24):
    g = mp.mpf(rng.uniform(0.05, 1)); h = mp.mpf(rng.uniform(0.05, 1)); v_opt = mp.mpf(10 ** rng.uniform(0.5, 3.5))
    n = int(10 ** rng.uniform(0, 3)); yes = int(rng.integers(0, n + 1)); sides = 1 + i % 2
    # n two-valued terms, -g or +h: their sum and accumulated variance
    s = yes * h - (n - yes) * g; v = n * g * h
    rho = rho_scale(v_opt, mp.mpf("0.05") if sides == 2 else mp.mpf("0.1"))
    r = max(rho - g * h, mp.mpf("1e-3") * g * h)
    a, b = r / (h * (g + h)), r / (g * (g + h)); p0 = g / (g + h)
    # Not by quadrature, which loses digits at singular ends: rising products, and mpmath's hypergeometric incomplete beta.
    e = mp.rf(a, yes) * mp.rf(b, n - yes) / mp.rf(a + b, n) / p0**yes / (1 - p0) ** (n - yes)
    if sides == 1:
        part = lambda a, b: mp.betainc(b, a, 0, 1 - p0, regularized=True)
        e *= part(a + yes, b + n - yes) / part(a, b)
    add("betaBinomialMixtureLogE", [f(s), f(v), dict(below=f(g), above=f(h), narrowestAt=f(v_opt), sides=sides)], f(mp.log(e)), 1e-9, near=1e-11)

# Dirichlet-multinomial: one unit at a time, by the predictive shares.
for i in range(40):
    k = int(rng.integers(2, 5)); weights = rng.dirichlet(np.ones(k) * 2); weights = weights / weights.sum()
    mass = 10 ** rng.uniform(-1, 3.5); n = int(10 ** rng.uniform(0, 3.7))
    counts = rng.multinomial(n, rng.dirichlet(1 + 50 * weights) if i % 2 else weights)
    w = [mp.mpf(x) for x in weights]; tot = mp.fsum(w); w = [x / tot for x in w]
    e = mp.mpf(0); seen = 0
    for j in range(k):
        for c in range(int(counts[j])):
            e += mp.log((mp.mpf(mass) * w[j] + c) / (mp.mpf(mass) + seen)) - mp.log(w[j]); seen += 1
    add("countMixtureLogE", [counts.tolist(), weights.tolist(), mass], f(e), 1e-10, near=1e-11)

# Asymptotic sequences: the ends of the interval by root finding on the mixture integral, not on the closed form.
for i in range(30):
    n = 10 ** rng.uniform(1.5, 6); planned = round(10 ** rng.uniform(2, 6)); conf = float(rng.choice([0.8, 0.9, 0.95, 0.99])); sides = 1 + i % 2
    alpha = mp.mpf(1) - mp.mpf(conf)
    rho = rho_scale(mp.mpf(planned), alpha * (3 - sides)); n = mp.mpf(round(n))
    def e_at(z):
        s = z * mp.sqrt(n)
        lo, hi = (0 if sides == 1 else -mp.inf), mp.inf
        peak = s / (n + rho); width = 1 / mp.sqrt(n + rho)
        c = s * s / (2 * (n + rho))
        fn = lambda l: mp.exp(l * s - l * l * (n + rho) / 2 - c)
        left = peak - 30 * width
        if sides == 1: left = max(left, mp.mpf(0))
        val = mp.quad(fn, [left, *[q for q in (peak - 4 * width, peak) if q > left], peak + 4 * width, peak + 30 * width])
        return mp.log(val * mp.sqrt(rho / (2 * mp.pi)) * (3 - sides)) + c + mp.log(alpha)
    z = mp.findroot(e_at, (1.5, 5), solver="anderson", tol=1e-22)
    add("sequenceReach", [int(n), dict(plannedCount=planned, confidence=conf), sides], f(z), 1e-10)

# Shares: the ends by root finding on exact products of predictive shares.
def log_e_share(yes, n, p, mass):
    e = mp.rf(mass * p, yes) * mp.rf(mass * (1 - p), n - yes) / mp.rf(mass, n)
    return mp.log(e) - yes * mp.log(p) - (n - yes) * mp.log(1 - p)
for i in range(24):
    n = int(10 ** rng.uniform(0, 4)); p = float(rng.choice([0, 0.001, 0.02, 0.3, 0.5, 0.9, 1])); yes = int(rng.binomial(n, p))
    planned = round(10 ** rng.uniform(1, 4)); target = -mp.log(mp.mpf(1) - mp.mpf(0.95))
    mass = max(rho_scale(mp.mpf(planned), mp.mpf(1) - mp.mpf(0.95)) - 1, mp.mpf("1e-3"))
    def end(y):
        if y == 0: return mp.mpf(0)
        lo, hi = mp.mpf(10) ** -250, mp.mpf(y) / n if y < n else 1 - mp.mpf(10) ** -25
        if log_e_share(y, n, lo, mass) < target: return mp.mpf(0)
        for _ in range(900):
            mid = mp.sqrt(lo * hi) if hi > 2 * lo else (lo + hi) / 2
            if log_e_share(y, n, mid, mass) > target: lo = mid
            else: hi = mid
            if hi - lo < hi * mp.mpf(10) ** -20: break
        return hi
    add("shareSequence", [dict(events=yes, units=n), dict(plannedCount=planned)], dict(low=f(end(yes)), high=f(1 - end(n - yes))), 1e-8, near=1e-12)

# Differences of shares: brute force over a fine grid of pairs, so the ends are known to the grid only.
def log_e_np(yes, n, p, mass):
    from scipy.special import gammaln as g
    return g(mass * p + yes) - g(mass * p) + g(mass * (1 - p) + n - yes) - g(mass * (1 - p)) - g(mass + n) + g(mass) - yes * np.log(p) - (n - yes) * np.log1p(-p)
for i in range(12):
    na, nb = int(10 ** rng.uniform(0, 3)), int(10 ** rng.uniform(0, 3)); pa, pb = rng.choice([0.02, 0.2, 0.5, 0.95], 2)
    a, b = int(rng.binomial(na, pa)), int(rng.binomial(nb, pb)); planned = round(10 ** rng.uniform(2, 4))
    mass = float(max(rho_scale(mp.mpf(planned) / 2, mp.mpf("0.05")) - 1, mp.mpf("1e-3")))
    grid = (np.arange(4000) + 0.5) / 4000
    ea, eb = log_e_np(a, na, grid, mass), log_e_np(b, nb, grid, mass)
    ok = ea[:, None] + eb[None, :] < -math.log(0.05)
    diff = grid[:, None] - grid[None, :]
    add("shareDifferenceSequence", [dict(events=a, units=na), dict(events=b, units=nb), dict(plannedCount=planned)],
        dict(low=float(diff[ok].min()), high=float(diff[ok].max())), 0, near=1.1e-3)

# Betting: capital against each mean of a grid, kept by hand.
for i in range(10):
    n = int(10 ** rng.uniform(0.5, 2.7)); x = rng.beta(*[(1, 1), (10, 30), (0.3, 3)][i % 3], n) if i % 4 else rng.binomial(1, 0.2, n).astype(float)
    grid = (np.arange(20000) + 0.5) / 20000; up = np.zeros(20000); down = np.zeros(20000); alive = np.ones(20000, bool); alpha = 0.05
    past = []
    for t, value in enumerate(x, 1):
        means = [(0.5 + sum(past[:j])) / (j + 1) for j in range(1, t)]
        var = (0.25 + sum((past[j] - means[j]) ** 2 for j in range(t - 1))) / t
        bet = math.sqrt(2 * math.log(2 / alpha) / (var * t * math.log(t + 1)))
        up += np.log(1 + np.minimum(bet, 0.5 / grid) * (value - grid)); down += np.log(1 - np.minimum(bet, 0.5 / (1 - grid)) * (value - grid))
        alive &= np.maximum(up, down) + math.log(0.5) < math.log(1 / alpha)
        past.append(float(value))
    kept = grid[alive]
    add("boundedSequence", [[float(v) for v in x]], dict(low=float(kept.min()), high=float(kept.max())), 0, near=6e-5)

# Predictive power: conditional power averaged over the posterior of the drift.
for i in range(12):
    z, t, c = rng.normal() * 2, rng.uniform(0.05, 0.95), rng.uniform(1.5, 3)
    prior = None if i % 2 else dict(mean=float(rng.normal() * 2), standardDeviation=float(10 ** rng.uniform(-1, 1)))
    prec = t + (0 if prior is None else prior["standardDeviation"] ** -2)
    mean = (z * math.sqrt(t) + (0 if prior is None else prior["mean"] * prior["standardDeviation"] ** -2)) / prec
    fn = lambda u: stats.norm.pdf(u) * stats.norm.sf((c - z * math.sqrt(t) - (mean + u / math.sqrt(prec)) * (1 - t)) / math.sqrt(1 - t))
    val = integrate.quad(fn, -12, 12, epsabs=0, epsrel=1e-12, limit=500, points=[-3, 0, 3])[0]
    add("predictivePower", [dict(statistic=float(z), fraction=float(t), criticalValue=float(c))] + ([] if prior is None else [prior]), val, 1e-9, near=1e-15)

# Stirling's bound with Hurwitz zeta of scipy.
from scipy.special import zeta
for i in range(15):
    v, v_min, c, s, eta, alpha = 10 ** rng.uniform(0, 6), 10 ** rng.uniform(0, 3), rng.uniform(-1, 4), rng.uniform(1.05, 3), rng.uniform(1.1, 4), 10 ** rng.uniform(-4, -1)
    use = max(v, v_min); ell = s * math.log(math.log(eta * use / v_min)) + math.log(zeta(s) / math.log(eta) ** s) + math.log(1 / alpha)
    k1, k2 = (eta ** 0.25 + eta ** -0.25) / math.sqrt(2), (math.sqrt(eta) + 1) / 2
    add("polyStitchingBound", [v, alpha, {"from": v_min, "jump": c, "power": s, "ratio": eta}], math.sqrt(k1 ** 2 * use * ell + (k2 * c * ell) ** 2) + k2 * c * ell, 1e-11)

# Scheduled looks: the joint density carried from look to look by one Clenshaw-Curtis rule of 1,000 points over the whole
# region (no panels), the bound found by Brent's method.
from scipy.optimize import brentq
def clenshaw_curtis(n):
    theta = np.pi * np.arange(n + 1) / n; x = np.cos(theta); w = np.zeros(n + 1); k = np.arange(1, n // 2 + 1)
    b = np.where(2 * k == n, 1.0, 2.0)
    for j in range(n + 1):
        w[j] = (1 if j in (0, n) else 2) / n * (1 - np.sum(b / (4 * k**2 - 1) * np.cos(2 * k * theta[j])))
    return x, w
NODES, WEIGHTS = clenshaw_curtis(1000)
def spend(t, level, kind):
    if t >= 1: return level
    return level * math.log(1 + (math.e - 1) * t) if kind == "pocock" else 2 * stats.norm.sf(stats.norm.isf(level / 2) / math.sqrt(t))
def walk(times, drift, low_high, chosen):
    """Chance of ending above and below at each look; bounds given, or chosen from the chance function of that look."""
    score, weight, before, out = np.zeros(1), np.ones(1), 0.0, []
    for i, t in enumerate(times):
        sd = math.sqrt(t - before); centre = score + drift * (t - before)
        above = lambda z: float(weight @ stats.norm.sf((z * math.sqrt(t) - centre) / sd))
        below = lambda z: float(weight @ stats.norm.cdf((z * math.sqrt(t) - centre) / sd))
        low, high = chosen(i, above, below) if chosen else low_high[i]
        out.append((low, high, below(low) if low > -38 else 0.0, above(high) if high < 38 else 0.0))
        a, b = max(low * math.sqrt(t), drift * t - 10 * math.sqrt(t)), min(high * math.sqrt(t), drift * t + 10 * math.sqrt(t))
        nodes = (a + b) / 2 + (b - a) / 2 * NODES
        dens = stats.norm.pdf((nodes[:, None] - centre[None, :]) / sd) @ weight / sd
        score, weight, before = nodes, dens * WEIGHTS * (b - a) / 2, t
    return out
for i in range(10):
    k = [2, 3, 5, 8, 12][i % 5]; sides = 1 + i % 2; kind = ["obrien-fleming", "pocock"][(i // 2) % 2]; conf = [0.95, 0.975, 0.9][i % 3]
    times = np.sort(rng.uniform(0.05, 1, k)); times = times + 0.004 * np.arange(k); times = (times / times[-1] * [1, 1, 0.9, 1.15][i % 4]).tolist()
    level = (1 - conf) / sides
    def chosen(j, above, below):
        target = sides * (spend(times[j], level, kind) - (spend(times[j - 1], level, kind) if j else 0.0))
        if target <= 0: return -38.0, 38.0
        fn = lambda z: math.log(max(1e-320, above(z) + (below(-z) if sides == 2 else 0))) - math.log(target)
        z = brentq(fn, 0, 30, xtol=1e-13, rtol=1e-14, maxiter=300)
        return (-z if sides == 2 else -38.0), z
    found = walk(times, 0.0, None, chosen)
    none = lambda z: None if abs(z) > 37 else z
    add("scheduledBounds", [times, dict(confidence=conf, sides=sides, spending=kind)], [dict(upper=none(hi), lower=none(lo)) for lo, hi, _, _ in found], 1e-9)
    drift = float(rng.uniform(-1, 4)); run = walk(times, drift, [(lo, hi) for lo, hi, _, _ in found], None)
    add("scheduledPower", [[dict(fraction=t, upper=none(hi), lower=none(lo)) for t, (lo, hi, _, _) in zip(times, found)], drift],
        dict(above=[r[3] for r in run], below=[r[2] for r in run], power=sum(r[3] for r in run)), 1e-9, near=1e-13)

json.dump(dict(madeBy=dict(mpmath=mp.__version__, numpy=np.__version__, scipy=scipy.__version__), cases=cases), sys.stdout)
