"""Power by scipy's noncentral t and mpmath, by statsmodels, by counting every table, and by whole covariance matrices."""
import itertools
import json
import math
import mpmath as mp
import numpy as np
import scipy
import statsmodels
from scipy import optimize, stats
from statsmodels.stats.power import TTestIndPower, TTestPower

mp.mp.dps = 30
rng = np.random.default_rng(77)
cases = []


def add(of, given, expected, within=1e-9, near=None):
    case = {"of": of, "given": given, "expected": expected, "within": within}
    if near is not None:
        case["near"] = near
    cases.append(case)


def t_power(effect, error, df, confidence=0.95, sides=2):
    tc = stats.t.isf((1 - confidence) / sides, df)
    nc = effect / error
    power = stats.nct.sf(tc, df, nc)
    return float(power + (stats.nct.cdf(-tc, df, nc) if sides == 2 else 0))


# The power itself: an integral over the estimated spread, in 30 digits.
def mp_power(shift, df, tc, sides):
    def tail(c):
        f = lambda x: mp.exp((df - 1) * mp.log(x) - df * x * x / 2) * mp.erfc((c * x - shift) / mp.sqrt(2)) / 2
        g = lambda x: mp.exp((df - 1) * mp.log(x) - df * x * x / 2)
        width = 12 / mp.sqrt(2 * df)
        points = [max(0, 1 - width) + mp.mpf(10) ** -20 + (width + min(1, width)) * mp.mpf(k) / 16 for k in range(17)] if df > 10 else [mp.mpf(10) ** -20, 0.5, 1, 2, 4, 12]
        return mp.quad(f, points) / mp.quad(g, points)
    right = tail(tc)
    if sides == 1:
        return right
    shift = -shift
    return right + tail(tc)


for _ in range(30):
    df = int(rng.choice([1, 2, 5, 18, 100, 400]))
    shift = float(rng.choice([0.3, 1, 2.8, 5]) * rng.uniform(0.5, 1.5))
    sides = int(rng.choice([1, 2]))
    confidence = float(rng.choice([0.95, 0.9, 0.99]))
    # scipy's quantile is good to 1e-9 only: polished in 30 digits.
    outside = lambda t: mp.betainc(mp.mpf(df) / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    tc = mp.findroot(lambda t: outside(t) - mp.mpf((1 - confidence) / sides), mp.mpf(stats.t.isf((1 - confidence) / sides, df)))
    right = mp_power(mp.mpf(shift), df, tc, 1)
    power = right + (mp_power(-mp.mpf(shift), df, tc, 1) if sides == 2 else 0)
    add("powerOfEffect", {"effect": shift * 3, "standardError": 3, "degreesOfFreedom": df, "confidence": confidence, "sides": sides}, float(power), within=1e-9)

solver = TTestIndPower()
for _ in range(40):
    d = float(rng.choice([0.05, 0.2, 0.5, 1, 2]) * rng.uniform(0.7, 1.4))
    ratio = float(rng.choice([1, 2, 0.5, 3]))
    confidence = float(rng.choice([0.95, 0.9, 0.99]))
    sides = int(rng.choice([1, 2]))
    alternative = "two-sided" if sides == 2 else "larger"
    power = float(rng.choice([0.5, 0.8, 0.9, 0.95]))
    sd = float(10 ** rng.uniform(-3, 3))
    f = lambda n: t_power(d, math.sqrt((1 + 1 / ratio) / n), n * (1 + ratio) - 2, confidence, sides) - power
    low = max(1, 1 / ratio, 2.5 / (1 + ratio))
    if f(low) > 0:
        continue
    n = float(optimize.brentq(f, low, 1e7, xtol=1e-10, rtol=1e-14))
    check = solver.power(effect_size=d, nobs1=n, ratio=ratio, alpha=1 - confidence, alternative=alternative)
    assert abs(check - power) < 1e-8, (check, power)
    given = {"effect": d * sd, "standardDeviation": sd, "ratio": ratio, "confidence": confidence, "sides": sides}
    add("planMeans", {**given, "power": power}, {"exactSize": n}, within=1e-8)
    whole = math.ceil(n)
    add("planMeans", {**given, "size": whole}, {"power": float(solver.power(effect_size=d, nobs1=whole, ratio=ratio, alpha=1 - confidence, alternative=alternative))}, within=1e-8)

pairs = TTestPower()
for _ in range(15):
    d = float(rng.uniform(0.2, 1.5))
    correlation = float(rng.uniform(-0.5, 0.95))
    n = int(rng.integers(2, 80))
    effect = d * math.sqrt(2 * (1 - correlation))
    add("planPairs", {"effect": effect * 5, "standardDeviation": 5, "correlation": correlation, "size": n},
        {"power": float(pairs.power(effect_size=d, nobs=n, alpha=0.05, alternative="two-sided"))}, within=1e-8)


# Every table of two groups, each with the p-value of scipy.
def count_tables(n1, n2, p1, p2, test):
    a, b = stats.binom.pmf(np.arange(n1 + 1), n1, p1), stats.binom.pmf(np.arange(n2 + 1), n2, p2)
    power = 0.0
    for x in range(n1 + 1):
        for y in range(n2 + 1):
            if test == "score":
                pooled = (x + y) / (n1 + n2)
                variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
                p = 1.0 if variance == 0 else 2 * stats.norm.sf(abs(x / n1 - y / n2) / math.sqrt(variance))
            else:
                p = stats.fisher_exact([[x, n1 - x], [y, n2 - y]])[1]
                if test == "fisher-mid-p":
                    masses = stats.hypergeom.pmf(np.arange(0, n1 + 1), n1 + n2, x + y, n1)
                    own = stats.hypergeom.pmf(x, n1 + n2, x + y, n1)
                    p = masses[masses < own * (1 - 1e-7)].sum() + masses[abs(masses - own) <= own * 1e-7].sum() / 2
            if p <= 0.05:
                power += a[x] * b[y]
    return float(power)


for _ in range(24):
    n1, n2 = int(rng.integers(1, 22)), int(rng.integers(1, 22))
    p1, p2 = float(rng.choice([0, 0.02, 0.3, 0.9, 1])), float(rng.choice([0.02, 0.3, 0.6, 0.98]))
    test = str(rng.choice(["fisher", "fisher-mid-p", "score"]))
    add("exactProportionsPower", {"treated": n1, "comparison": n2, "treatedShare": p1, "comparisonShare": p2, "test": test},
        count_tables(n1, n2, p1, p2, test), within=1e-8, near=1e-14)

# Rates: the score test on every pair of Poisson counts. The plan's formula is normal, so it is near, not equal.
for rate, change, exposure, ratio in [(0.5, 0.2, 300, 1), (0.05, -0.02, 2500, 1), (2, 0.3, 200, 2), (1, 0.5, 60, 0.5), (0.01, 0.006, 9000, 1)]:
    m1, m2 = exposure * (rate + change), exposure * ratio * rate
    x, y = np.arange(stats.poisson.ppf(1e-9, m1), stats.poisson.isf(1e-9, m1) + 1), np.arange(stats.poisson.ppf(1e-9, m2), stats.poisson.isf(1e-9, m2) + 1)
    X, Y = np.meshgrid(x, y, indexing="ij")
    pooled = (X + Y) / (exposure * (1 + ratio))
    z = (X / exposure - Y / (exposure * ratio)) / np.sqrt(pooled * (1 / exposure + 1 / (exposure * ratio)))
    power = float((np.outer(stats.poisson.pmf(x, m1), stats.poisson.pmf(y, m2)) * (np.abs(z) >= 1.959963984540054)).sum())
    add("planRates", {"rate": rate, "effect": change, "size": exposure, "ratio": ratio}, {"power": power}, near=0.012)


def ar1(n, rho):
    return rho ** np.abs(np.subtract.outer(np.arange(n), np.arange(n)))


def noise():
    return {"between": float(10 ** rng.uniform(-1, 2)), "within": float(10 ** rng.uniform(-1, 1)), "autocorrelation": float(rng.choice([0, 0.3, 0.7, -0.2]))}


# A pilot as one vector: the contrast of all site-periods with their whole covariance matrix.
for _ in range(24):
    q = noise()
    b, a, gap = int(rng.integers(1, 12)), int(rng.integers(1, 12)), int(rng.choice([0, 0, 2]))
    treated, ratio = int(rng.integers(2, 12)), float(rng.choice([1, 2]))
    comparison = int(round(treated * ratio))
    T = b + gap + a
    R = q["between"] + q["within"] * ar1(T, q["autocorrelation"])
    before = np.r_[np.ones(b) / b, np.zeros(T - b)]
    after = np.r_[np.zeros(b + gap), np.ones(a) / a]
    sites = treated + comparison
    V = np.kron(np.eye(sites), R)
    weights = np.r_[np.ones(treated) / treated, -np.ones(comparison) / comparison]
    kind = str(rng.choice(["change", "adjusted", "after"]))
    if kind == "change":
        one = after - before
    elif kind == "after":
        one = after
    else:
        one = after - (after @ R @ before) / (before @ R @ before) * before
    c = np.kron(weights, one)
    error = float(np.sqrt(c @ V @ c))
    # Satterthwaite for s1^2/n1 + s2^2/n2 when both groups have one variance.
    df = (1 / treated + 1 / comparison) ** 2 / (1 / treated**2 / (treated - 1) + 1 / comparison**2 / (comparison - 1)) - (kind == "adjusted")
    if df <= 0:
        continue
    effect = error * float(rng.uniform(1, 4))
    add("planPilot", {"noise": q, "before": b, "after": a, "gap": gap, "ratio": ratio, "analysis": kind, "effect": effect, "size": treated},
        {"standardError": error, "degreesOfFreedom": df, "power": t_power(effect, error, df)}, within=1e-7)

# Clusters of one size: all units in one covariance matrix.
for _ in range(15):
    k, m = int(rng.integers(2, 12)), int(rng.integers(1, 30))
    icc, sd = float(rng.choice([0, 0.01, 0.05, 0.5])), float(10 ** rng.uniform(-1, 1))
    V = np.kron(np.eye(2 * k), sd**2 * ((1 - icc) * np.eye(m) + icc))
    c = np.r_[np.ones(k * m), -np.ones(k * m)] / (k * m)
    error = float(np.sqrt(c @ V @ c))
    effect = error * float(rng.uniform(1, 4))
    add("planClusters", {"standardDeviation": sd, "intraclusterCorrelation": icc, "clusterSize": m, "effect": effect, "size": k},
        {"power": t_power(effect, error, 2 * k - 2)}, within=1e-7)


# Any schedule: generalised least squares on all site-periods at once.
def gls_error(schedule, q):
    sites, T = len(schedule), len(schedule[0])
    R = q["between"] + q["within"] * ar1(T, q["autocorrelation"])
    information = np.zeros((T + 1, T + 1))
    for row in schedule:
        seen = [t for t in range(T) if row[t] is not None]
        X = np.zeros((len(seen), T + 1))
        X[:, 0] = [row[t] for t in seen]
        X[np.arange(len(seen)), [1 + t for t in seen]] = 1
        information += X.T @ np.linalg.inv(R[np.ix_(seen, seen)]) @ X
    used = [0] + [1 + t for t in range(T) if any(row[t] is not None for row in schedule)]
    return float(np.sqrt(np.linalg.inv(information[np.ix_(used, used)])[0, 0]))


for _ in range(20):
    q = noise()
    sites, T = int(rng.integers(2, 10)), int(rng.integers(2, 10))
    while True:
        schedule = [[int(v) for v in rng.integers(0, 2, T)] for _ in range(sites)]
        if any(len({row[t] for row in schedule}) > 1 for t in range(T)):
            break
    for row in schedule:
        for t in range(T):
            if rng.uniform() < 0.08:
                row[t] = None
    try:
        error = gls_error(schedule, q)
    except np.linalg.LinAlgError:
        continue
    if error > 50:
        continue
    add("scheduleError", {"schedule": schedule, "noise": q}, error, within=1e-8)

# A roll-out read by a random intercept whose periods are really alike: the whole covariance matrix, weighed by the intercept
# at which the expected restricted likelihood of that noise is largest (which the planner's mean squares come near), or by
# the one of the mean squares themselves, as traces. Draws of their own, so that the other cases stay.
def intercept_error(schedule, q, by_likelihood):
    sites, T = len(schedule), len(schedule[0])
    seen = [(i, t) for i in range(sites) for t in range(T) if schedule[i][t] is not None]
    i, t = np.array([i for i, _ in seen]), np.array([t for _, t in seen])
    same = (i[:, None] == i[None, :]).astype(float)
    R = q["between"] * same + q["within"] * same * q["autocorrelation"] ** np.abs(t[:, None] - t[None, :]).astype(float)
    X = np.column_stack([[schedule[a][b] for a, b in seen]] + [(t == k).astype(float) for k in range(T)])
    freedom = len(seen) - X.shape[1]

    def weights(ratio):
        return np.linalg.inv(np.eye(len(seen)) + ratio * same)

    def criterion(log_ratio):
        W = weights(np.exp(log_ratio))
        A = X.T @ W @ X
        P = W - W @ X @ np.linalg.solve(A, X.T @ W)
        return -np.linalg.slogdet(W)[1] + np.linalg.slogdet(A)[1] + freedom * np.log(np.trace(P @ R))

    if by_likelihood:
        grid = np.linspace(-7, 7, 57)
        best = grid[int(np.argmin([criterion(g) for g in grid]))]
        ratio = float(np.exp(optimize.minimize_scalar(criterion, bounds=(best - 0.3, best + 0.3), method="bounded", options={"xatol": 1e-10}).x))
    else:
        means = same / same.sum(0)
        inside = np.trace(R - means @ R) / (len(seen) - sites)
        ratio = max(0.0, (np.trace(means @ R) / sites / inside - 1) / (len(seen) / sites))
    W = weights(ratio)
    L = np.linalg.solve(X.T @ W @ X, X.T @ W)[0]
    return float(np.sqrt(L @ R @ L))


waves = np.random.default_rng(4711)
for k in range(24):
    q = {"between": float(10 ** waves.uniform(-0.5, 1)), "within": float(10 ** waves.uniform(-0.5, 0.5)),
         "autocorrelation": float(waves.choice([0.1, 0.3, 0.6, -0.2]))}
    steps, each, per = int(waves.integers(2, 6)), int(waves.integers(1, 4)), int(waves.integers(1, 4))
    if steps * each < 3:
        each += 1
    settling = 1 if k >= 18 and per > 1 else 0
    T = 1 + steps * per
    schedule = [[0 if t < 1 + s * per else None if t < 1 + s * per + settling else 1 for t in range(T)] for s in range(steps) for _ in range(each)]
    given = {"schedule": schedule, "noise": q, "reading": "intercept"}
    add("scheduleError", given, intercept_error(schedule, q, True), within=3e-3)
    add("scheduleError", given, intercept_error(schedule, q, False), within=1e-9)

# Stepped wedge by Hussey and Hughes' equation 8, as published.
for _ in range(16):
    steps, each, T = int(rng.integers(2, 8)), int(rng.integers(1, 5)), 0
    T = steps + 1
    X = np.array([[1 if t > s else 0 for t in range(T)] for s in range(steps) for _ in range(each)])
    I = len(X)
    tau2, sigma2 = float(10 ** rng.uniform(-2, 1)), float(10 ** rng.uniform(-1, 1))
    U, W, V = X.sum(), (X.sum(0) ** 2).sum(), (X.sum(1) ** 2).sum()
    variance = I * sigma2 * (sigma2 + T * tau2) / ((I * U - W) * sigma2 + (U**2 + I * T * U - T * W - I * V) * tau2)
    error = float(np.sqrt(variance))
    if I < 3:
        continue
    effect = error * 2.5
    add("planSteppedWedge", {"noise": {"between": tau2, "within": sigma2, "autocorrelation": 0}, "steps": steps, "effect": effect, "size": each},
        {"standardError": error, "sites": I, "periods": T, "power": t_power(effect, error, I - 2)}, within=1e-7)

# Switchback: the variance of the difference under every schedule, averaged.
for _ in range(12):
    q = noise()
    N, length, sites = int(rng.choice([4, 5, 6, 8, 9])), int(rng.integers(1, 6)), int(rng.integers(1, 4))
    carry = int(rng.integers(0, length))
    T = N * length
    R = q["within"] * ar1(T, q["autocorrelation"])
    on = N // 2
    total, count = 0.0, 0
    for pick in itertools.combinations(range(N), on):
        c = np.zeros(T)
        for block in range(N):
            usable = np.arange(block * length + carry, (block + 1) * length)
            c[usable] = (1 / on if block in pick else -1 / (N - on)) / len(usable)
        total += c @ R @ c
        count += 1
    error = float(np.sqrt(total / count / sites))
    effect = error * 3
    add("planSwitchback", {"noise": q, "blockLength": length, "carryOver": carry, "blockWindows": "all", "sites": sites, "effect": effect, "size": N},
        {"standardError": error, "power": t_power(effect, error, sites * (N - 2)), "periods": T}, within=1e-7)

# Drawn within blocks of neighbouring windows: every schedule that the draws could give together, its variance averaged.
within = np.random.default_rng(4712)
for _ in range(14):
    q = {"between": 1.0, "within": float(10 ** within.uniform(-1, 1)), "autocorrelation": float(within.choice([0, 0.3, 0.6, -0.3]))}
    K, B, length, sites = int(within.choice([2, 2, 4])), int(within.integers(2, 4)), int(within.integers(1, 5)), int(within.integers(2, 4))
    carry = int(within.integers(0, length))
    R = q["within"] * ar1(K * B * length, q["autocorrelation"])
    draws = [p for p in itertools.product((1, -1), repeat=K) if sum(p) == 0]
    total, count = 0.0, 0
    for picks in itertools.product(draws, repeat=B):
        signs = np.concatenate(picks)
        c = np.zeros((K * B, length))
        c[:, carry:] = signs[:, None] * 2 / (K * B * (length - carry))
        total += c.ravel() @ R @ c.ravel()
        count += 1
    error = float(np.sqrt(total / count / sites))
    df = sites * B - 1 if K == 2 else sites * B * (K - 2)
    effect = error * 3
    add("planSwitchback", {"noise": q, "blockLength": length, "carryOver": carry, "blockWindows": K, "sites": sites, "effect": effect, "size": K * B},
        {"standardError": error, "power": t_power(effect, error, df), "periods": K * B * length}, within=1e-7)

# One series: generalised least squares with the whole covariance matrix; the average effect as a contrast of level and slope.
for _ in range(24):
    b, a = int(rng.integers(6, 40)), int(rng.integers(3, 40))
    rho, sd = float(rng.choice([0, 0.3, 0.6, -0.3])), float(10 ** rng.uniform(-1, 1))
    slope, kind = bool(rng.integers(0, 2)), str(rng.choice(["level", "average"]))
    season = {"points": 12, "waves": 2} if b > 24 and rng.uniform() < 0.5 else None
    t = np.arange(b + a)
    step = (t >= b).astype(float)
    columns = [np.ones(b + a), t, step] + ([step * (t - b)] if slope else [])
    for wave in range(1, (season["waves"] if season else 0) + 1):
        columns += [np.sin(2 * np.pi * wave * t / 12), np.cos(2 * np.pi * wave * t / 12)]
    X = np.column_stack(columns)
    inverse = np.linalg.inv(X.T @ np.linalg.inv(sd**2 * ar1(b + a, rho)) @ X)
    c = np.zeros(X.shape[1])
    c[2] = 1
    if slope and kind == "average":
        c[3] = (a - 1) / 2
    error = float(np.sqrt(c @ inverse @ c))
    df = b + a - X.shape[1]
    if df < 1:
        continue
    given = {"standardDeviation": sd, "autocorrelation": rho, "before": b, "slopeChange": slope, "effectOf": kind, "effect": 3 * error, "size": a}
    if season:
        given["season"] = season
    add("planSeries", given, {"standardError": error, "degreesOfFreedom": df, "power": t_power(3 * error, error, df)}, within=1e-7)


# The floor of a permutation test: every assignment of the real draw, on data where the best possible one happened.
def floor_of(assignments, statistic):
    values = [abs(statistic(each)) for each in assignments]
    most = max(values)
    return {"assignments": len(values), "smallestP": sum(v >= most - 1e-9 for v in values) / len(values)}


for treated, comparison in [(1, 1), (1, 5), (2, 2), (3, 3), (3, 4), (4, 4), (2, 7), (5, 5)]:
    y = rng.normal(size=treated + comparison)
    add("smallestPermutationP", {"by": "sites", "treated": treated, "comparison": comparison},
        floor_of(list(itertools.combinations(range(treated + comparison), treated)),
                 lambda pick: y[list(pick)].mean() - np.delete(y, list(pick)).mean()))
for n in [1, 3, 5, 6, 8]:
    d = rng.normal(size=n)
    add("smallestPermutationP", {"by": "pairs", "pairs": n}, floor_of(list(itertools.product([-1, 1], repeat=n)), lambda signs: float(np.dot(signs, d))))
for strata in [[(1, 1), (2, 2)], [(1, 2), (1, 1)], [(2, 2), (2, 2)], [(1, 3), (2, 1)]]:
    values = [rng.normal(size=a + b) for a, b in strata]
    ways = list(itertools.product(*[list(itertools.combinations(range(a + b), a)) for a, b in strata]))
    stat = lambda picks: sum(v[list(p)].mean() - np.delete(v, list(p)).mean() for v, p in zip(values, picks))
    add("smallestPermutationP", {"by": "strata", "strata": [{"treated": a, "comparison": b} for a, b in strata]}, floor_of(ways, stat))
for sizes in [[1, 1, 1], [1, 1, 1, 1], [2, 2], [2, 1, 1], [2, 2, 2]]:
    n = sum(sizes)
    labels = [s for s, count in enumerate(sizes) for _ in range(count)]
    ways = sorted(set(itertools.permutations(labels)))
    add("smallestPermutationP", {"by": "order", "sizes": sizes}, {"assignments": len(ways)})

print(json.dumps({"madeBy": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "numpy": np.__version__, "mpmath": mp.__version__}, "cases": cases}))
