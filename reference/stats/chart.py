# Control charts by brute force: every limit from its textbook formula in numpy, every rule by looking at all windows that
# a point is in. Constants by quadrature of order statistics (mpmath) and by gamma functions; run limits by scipy's binomial.
import json
import math
import random

import mpmath
import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(20240901)
random.seed(20240901)
cases = []


def add(of, given, expected, within=1e-9, near=None):
    case = {"of": of, "given": given, "expected": expected, "within": within}
    if near is not None:
        case["near"] = near
    cases.append(case)


# --- constants -----------------------------------------------------------------------------------------------------

mpmath.mp.dps = 30


def range_constants(n):
    Phi = lambda x: mpmath.ncdf(x)
    d2 = mpmath.quad(lambda x: 1 - Phi(x) ** n - (1 - Phi(x)) ** n, [-9, -4, 0, 4, 9])
    # P(range > r) by its distribution; E R^2 = 2 int r P(R > r)
    x, w = np.polynomial.legendre.leggauss(400)
    r, wr = (x + 1) * 7, w * 7
    z, wz = x * 10, w * 10
    inside = stats.norm.cdf(z[None, :] + r[:, None]) - stats.norm.cdf(z[None, :])
    below = n * (inside ** (n - 1) * (stats.norm.pdf(z) * wz)[None, :]).sum(1)
    second = (2 * r * (1 - below) * wr).sum()
    return float(d2), math.sqrt(second - float(d2) ** 2)


for n in range(2, 26):
    d2, d3 = range_constants(n)
    add("rangeConstants", n, {"d2": d2, "d3": d3}, within=1e-11)
for n in [2, 3, 4, 5, 7, 10, 25, 60, 99, 100, 101, 102, 150, 1000, 12345, 10**6]:
    c4 = mpmath.sqrt(mpmath.mpf(2) / (n - 1)) * mpmath.exp(mpmath.loggamma(mpmath.mpf(n) / 2) - mpmath.loggamma(mpmath.mpf(n - 1) / 2))
    add("deviationConstant", n, float(c4), within=2e-14)
for n in [1, 2, 3, 5, 8, 9, 10, 11, 12, 13, 15, 20, 22, 23, 24, 30, 36, 45, 46, 60, 90, 100, 181, 182, 365, 1000, 12345, 100000]:
    add("anhoejLimits", n, {"longestRunLimit": int(np.round(np.log2(n) + 3)),
                            "fewestCrossings": int(stats.binom.ppf(0.05, n - 1, 0.5)) if n > 1 else 0})

# --- rules ---------------------------------------------------------------------------------------------------------


def windows(length, size):
    return [range(start, start + size) for start in range(length - size + 1)]


def every(length, size, holds):
    """Members of every window of this size in which the condition holds throughout."""
    return {i for window in windows(length, size) if holds(window) for i in window}


def beyond(z, k, n, sigmas):
    marked = set()
    for side in (1, -1):
        for window in windows(len(z), n):
            members = [i for i in window if side * z[i] > sigmas]
            if len(members) >= k:
                marked.update(members)
        # windows cut short by the ends of the series
        for size in range(k, min(n, len(z) + 1)):
            for window in (range(0, size), range(len(z) - size, len(z))):
                members = [i for i in window if side * z[i] > sigmas]
                if len(members) >= k:
                    marked.update(members)
    return marked


def marks_of(rule_set, v, z, side):
    """v values, z in sigmas (None: no limits), side -1/0/1."""
    n = len(v)
    step = [np.sign(v[i + 1] - v[i]) for i in range(n - 1)]
    same_side = lambda size: every(n, size, lambda w: abs(sum(side[i] for i in w)) == len(w))
    trending = lambda size: every(n, size, lambda w: abs(sum(step[i] for i in list(w)[:-1])) == len(w) - 1)
    out = {}
    has = z is not None
    if has:
        out["outside"] = {i for i in range(n) if abs(z[i]) > 3}
    if rule_set == "nhs":
        out["shift"] = same_side(7)
        out["trend"] = trending(7)
        if has:
            out["two-of-three"] = beyond(z, 2, 3, 2)
    if rule_set == "western-electric":
        out["shift"] = same_side(8)
        if has:
            out["two-of-three"] = beyond(z, 2, 3, 2)
            out["four-of-five"] = beyond(z, 4, 5, 1)
    if rule_set == "nelson":
        out["shift"] = same_side(9)
        out["trend"] = trending(6)
        out["alternating"] = every(n, 14, lambda w: all(step[i] * step[i + 1] < 0 for i in list(w)[:-2]))
        if has:
            out["two-of-three"] = beyond(z, 2, 3, 2)
            out["four-of-five"] = beyond(z, 4, 5, 1)
            out["hugging"] = every(n, 15, lambda w: all(abs(z[i]) <= 1 for i in w))
            out["avoiding"] = every(n, 8, lambda w: all(abs(z[i]) > 1 for i in w))
    if rule_set == "anhoej":
        out = {}
        useful = [i for i in range(n) if side[i] != 0]
        if useful:
            limit = int(np.round(np.log2(len(useful)) + 3))
            text = "".join("+" if side[i] > 0 else "-" for i in useful)
            marked = set()
            for ch in "+-":
                for size in range(limit + 1, len(text) + 1):
                    for w in windows(len(text), size):
                        if all(text[i] == ch for i in w):
                            marked.update(useful[i] for i in w)
            out["long-run"] = marked
    return {rule: sorted(members) for rule, members in out.items() if members}


RULES = ["nhs", "western-electric", "nelson", "anhoej"]

for _ in range(70):
    n = int(rng.integers(3, 45))
    style = rng.integers(0, 4)
    z = rng.normal(size=n)
    if style == 1:
        z = z * 0.5 + np.linspace(-2, 2, n)
    if style == 2:
        z = np.abs(z) * np.where(np.arange(n) % 2 == 0, 1, -1) * 1.3
    if style == 3:
        z = z * 0.3
        z[n // 2:] += 1.4
    z = np.round(z, 2)
    rules = RULES[int(rng.integers(0, 4))]
    side = np.sign(z)
    marks = marks_of(rules, z.tolist(), z.tolist(), side.tolist())
    add("findSignals", {"rules": rules, "scores": z.tolist()}, marks)

# --- charts --------------------------------------------------------------------------------------------------------


def chart(kind, function, data, working, fit, options, shown=lambda x: x, floor=-math.inf, ceiling=math.inf, line=lambda c: c):
    """working: value per point or None; fit(indices) -> (centre_i, sigma_i) functions or (centre_i, None)."""
    n = len(working)
    starts = sorted({0, *options.get("changes", [])}) + [n]
    exclude = set(options.get("exclude", []))
    baseline = options.get("baseline", 20)
    limits = [None] * n
    marks = {}
    for a, b in zip(starts, starts[1:]):
        if a == b:
            continue
        usable = [i for i in range(a, b) if working[i] is not None]
        kept = [i for i in usable if i not in exclude]
        learn = kept if baseline == "all" else kept[:baseline]
        if not learn:
            continue
        centre, sigma = fit(learn)
        for i in usable:
            c = centre(i)
            if sigma is None:
                limits[i] = [shown(line(c)), None, None]
            else:
                limits[i] = [shown(line(c)), shown(max(floor, c - 3 * sigma(i))), shown(min(ceiling, c + 3 * sigma(i)))]
        z = None if sigma is None else [(working[i] - centre(i)) / sigma(i) for i in kept]
        side = [int(np.sign(working[i] - line(centre(i)))) for i in kept]
        for rule, members in marks_of(options.get("rules", "nhs"), [working[i] for i in kept], z, side).items():
            marks.setdefault(rule, []).extend(kept[m] for m in members)
        if sigma is not None and options.get("rules") != "anhoej":
            marks.setdefault("outside", []).extend(i for i in usable if i in exclude and abs(working[i] - centre(i)) > 3 * sigma(i))
    add(function, {"data": data, "options": options}, {"limits": limits, "marks": {k: sorted(v) for k, v in marks.items() if v}})


def random_options(n, extra=None):
    options = {"rules": RULES[int(rng.integers(0, 3))]}
    options["baseline"] = ["all", 12, 20][int(rng.integers(0, 3))]
    if rng.random() < 0.3 and n > 16:
        options["changes"] = [int(n // 2)]
    if rng.random() < 0.3:
        options["exclude"] = sorted({int(rng.integers(0, n))})
    options.update(extra or {})
    return options


def gaps(values, share=0.08):
    return [None if rng.random() < share else v for v in values]


def xmr_fit(working):
    def fit(learn):
        v = np.array([working[i] for i in learn])
        amr = np.abs(np.diff(v)).mean()
        return (lambda i: v.mean()), (lambda i: 2.66 * amr / 3)
    return fit


for _ in range(18):
    n = int(rng.integers(8, 40))
    data = gaps(np.round(rng.normal(rng.choice([0, 50, 1e6]), rng.choice([0.5, 20]), n) + (np.arange(n) > n // 2) * rng.choice([0, 1.0]), 4).tolist())
    chart("xmr", "xmrChart", data, data, xmr_fit(data), random_options(n))


def pooled(counts, learn):
    return sum(counts[i]["count"] for i in learn) / sum(counts[i]["size"] for i in learn)


def z_dispersion(working, learn, centre, sigma):
    z = [(working[i] - centre) / sigma(i) for i in learn]
    return np.abs(np.diff(z)).mean() / 1.128379167095512573896


for _ in range(30):
    n = int(rng.integers(10, 40))
    prime = bool(rng.random() < 0.5)
    size = rng.integers(20, 4000, n)
    share = np.clip(rng.normal(rng.choice([0.05, 0.4, 0.97]), 0.02, n), 0.001, 0.999)
    data = [{"count": int(rng.binomial(s, p)), "size": int(s)} for s, p in zip(size, share)]
    data[3] = {"count": 0, "size": 0}
    working = [None if d["size"] == 0 else d["count"] / d["size"] for d in data]

    def fit(learn, data=data, working=working, prime=prime):
        p = pooled(data, learn)
        sigma = lambda i: math.sqrt(p * (1 - p) / data[i]["size"])
        if not prime:
            return (lambda i: p), sigma
        sz = z_dispersion(working, learn, p, sigma)
        return (lambda i: p), (lambda i: sz * sigma(i))
    options = random_options(n)
    if 3 in options.get("exclude", []):
        options.pop("exclude")
    if prime:
        options["overDispersion"] = True
    chart("p", "proportionChart", data, working, fit, options, floor=0, ceiling=1)

for _ in range(24):
    n = int(rng.integers(10, 40))
    prime = bool(rng.random() < 0.5)
    size = np.round(rng.uniform(0.5, 300, n), 3)
    data = [{"count": int(rng.poisson(s * 0.3 + 1)), "size": float(s)} for s in size]
    working = [d["count"] / d["size"] for d in data]

    def fit(learn, data=data, working=working, prime=prime):
        u = pooled(data, learn)
        sigma = lambda i: math.sqrt(u / data[i]["size"])
        if not prime:
            return (lambda i: u), sigma
        sz = z_dispersion(working, learn, u, sigma)
        return (lambda i: u), (lambda i: sz * sigma(i))
    options = random_options(n)
    if prime:
        options["overDispersion"] = True
    chart("u", "rateChart", data, working, fit, options, floor=0)

for k in range(20):
    n = int(rng.integers(10, 40))
    size = None if k % 2 == 0 else 60
    data = gaps([int(x) for x in (rng.poisson(8, n) if size is None else rng.binomial(size, 0.2, n))])

    def fit(learn, data=data, size=size):
        m = np.mean([data[i] for i in learn])
        s = math.sqrt(m if size is None else m * (1 - m / size))
        return (lambda i: m), (lambda i: s)
    chart("c", "countChart", data, data, fit, random_options(n, None if size is None else {"size": size}), floor=0, ceiling=math.inf if size is None else size)

for _ in range(12):
    n = int(rng.integers(10, 40))
    data = gaps([int(x) for x in rng.geometric(0.02, n) - 1])

    def fit(learn, data=data):
        m = np.mean([data[i] for i in learn])
        return (lambda i: m), (lambda i: math.sqrt(m * (m + 1)))
    chart("g", "gChart", data, data, fit, random_options(n), floor=0, line=lambda c: math.log(2) * c)

for _ in range(12):
    n = int(rng.integers(10, 40))
    data = gaps(np.round(rng.exponential(12, n), 3).tolist())
    working = [None if v is None else v ** (1 / 3.6) for v in data]
    chart("t", "tChart", data, working, xmr_fit(working), random_options(n), shown=lambda x: x ** 3.6, floor=0)

d2 = {n: range_constants(n) for n in range(2, 11)}
c4 = {n: math.sqrt(2 / (n - 1)) * math.gamma(n / 2) / math.gamma((n - 1) / 2) for n in range(2, 11)}


def sigma_within(groups, learn, by):
    top = bottom = 0
    for i in learn:
        n = len(groups[i])
        if n < 2:
            continue
        if by == "range":
            m, s, spread = d2[n][0], d2[n][1], max(groups[i]) - min(groups[i])
        else:
            m, s, spread = c4[n], math.sqrt(1 - c4[n] ** 2), np.std(groups[i], ddof=1)
        # precision of the unbiased estimate spread / m is (m / s)^2
        top += (m / s) ** 2 * (spread / m)
        bottom += (m / s) ** 2
    return top / bottom


for k in range(24):
    n = int(rng.integers(10, 30))
    by = ["deviation", "range"][k % 2]
    sizes = [int(rng.integers(2, 9)) for _ in range(n)] if k % 4 < 2 else [5] * n
    data = [np.round(rng.normal(74, 0.01, s), 4).tolist() for s in sizes]
    means = [float(np.mean(g)) for g in data]
    options = random_options(n, {"by": by})

    def fit(learn, data=data, by=by):
        centre = sum(sum(data[i]) for i in learn) / sum(len(data[i]) for i in learn)
        sigma = sigma_within(data, learn, by)
        return (lambda i: centre), (lambda i: sigma / math.sqrt(len(data[i])))
    chart("x-bar", "xBarChart", data, means, fit, options)

    spreads = [float(max(g) - min(g)) if by == "range" else float(np.std(g, ddof=1)) for g in data]

    def fit_spread(learn, data=data, by=by):
        sigma = sigma_within(data, learn, by)
        mean = lambda i: (d2[len(data[i])][0] if by == "range" else c4[len(data[i])]) * sigma
        dev = lambda i: (d2[len(data[i])][1] if by == "range" else math.sqrt(1 - c4[len(data[i])] ** 2)) * sigma
        return mean, dev
    chart("spread", "spreadChart", data, spreads, fit_spread, options, floor=0)

# --- funnel --------------------------------------------------------------------------------------------------------

for k in range(30):
    n = int(rng.integers(3, 60))
    kind = ["proportion", "rate"][k % 2]
    over = ["none", "additive", "multiplicative"][k % 3]
    share = float(rng.choice([0, 0.1, 0.2]))
    size = rng.integers(30, 3000, n) if kind == "proportion" else np.round(rng.uniform(5, 400, n), 2)
    base = np.clip(rng.normal(0.2, 0.03, n), 0.01, 0.9)
    count = rng.binomial(size, base) if kind == "proportion" else rng.poisson(size * base * 5)
    y = count / size
    target = None if rng.random() < 0.5 else (0.2 if kind == "proportion" else 1.0)
    aim = count.sum() / size.sum() if target is None else target
    v = (aim * (1 - aim) if kind == "proportion" else aim) / size
    z = (y - aim) / np.sqrt(v)
    pulled = np.asarray(stats.mstats.winsorize(z, limits=(share, share)))
    phi = float((pulled**2).mean())
    w = 1 / v
    tau2 = max(0.0, (n * phi - (n - 1)) / (w.sum() - (w**2).sum() / w.sum())) if over == "additive" else 0.0
    sd = np.sqrt(v * (max(1.0, phi) if over == "multiplicative" else 1) + tau2)
    top = 1 if kind == "proportion" else math.inf
    near, far = stats.norm.ppf(0.975), stats.norm.ppf(0.999)
    units = [{"score": float((y[i] - aim) / sd[i]), "low": max(0.0, float(aim - near * sd[i])), "high": min(top, float(aim + near * sd[i])),
              "farLow": max(0.0, float(aim - far * sd[i])), "farHigh": min(top, float(aim + far * sd[i]))} for i in range(n)]
    options = {"kind": kind, "overDispersion": over, "winsorise": share}
    if target is not None:
        options["target"] = target
    add("funnelChart", {"units": [{"count": int(c), "size": float(s)} for c, s in zip(count, size)], "options": options},
        {"target": float(aim), "phi": phi, "tau": math.sqrt(tau2) if over == "additive" else None, "units": units})

print(json.dumps({"madeBy": {"numpy": np.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__}, "cases": cases}, allow_nan=False))
