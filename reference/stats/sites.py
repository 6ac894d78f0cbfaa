# Randomisation tests and the wild cluster bootstrap by brute force: every arrangement or sign pattern written out and each
# regression fitted anew by statsmodels or numpy. Prints one JSON object.
import itertools
import json
import warnings

import numpy as np
import statsmodels
import statsmodels.api as sm
from scipy import stats

warnings.filterwarnings('ignore')
rng = np.random.default_rng(20240612)
cases = []


def add(of, given, expected, within=1e-9):
    cases.append({'of': of, 'given': given, 'expected': expected, 'within': within})


def arrangements(strata, z):
    """Every vector of treatments with as many treated in each stratum."""
    names = list(dict.fromkeys(strata))
    members = [[i for i, s in enumerate(strata) if s == name] for name in names]
    choices = [list(itertools.combinations(m, int(sum(z[i] for i in m)))) for m in members]
    for chosen in itertools.product(*choices):
        out = np.zeros(len(z))
        for group in chosen:
            out[list(group)] = 1
        yield out


def stratified(y, z, strata):
    """Difference and its studentised form, straight from the definition."""
    names = list(dict.fromkeys(strata))
    s = np.array(strata)
    n = len(y)
    parts, weights, within = [], [], 0.0
    thick = all(min((z[s == k] == 1).sum(), (z[s == k] == 0).sum()) >= 2 for k in names)
    for k in names:
        a, b = y[(s == k) & (z == 1)], y[(s == k) & (z == 0)]
        w = (s == k).sum() / n
        parts.append(a.mean() - b.mean())
        weights.append(w)
        if thick:
            within += w * w * (a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
    parts, weights = np.array(parts), np.array(weights)
    d = (weights * parts).sum()
    if thick:
        v = within
    elif len(names) > 1:
        v = len(names) / (len(names) - 1) * (weights**2 * (parts - d) ** 2).sum()
    else:
        return d, d
    return d, (d / np.sqrt(v) if v > 1e-18 else np.sign(d) * (np.inf if abs(d) > 1e-12 else 0))


def adjusted(y, z, strata, x):
    names = list(dict.fromkeys(strata))
    dummies = np.array([[float(s == k) for k in names] for s in strata])
    design = np.column_stack([z, dummies, x])
    fit = sm.OLS(y, design).fit(cov_type='HC2')
    return fit.params[0], fit.params[0] / fit.bse[0]


def count(values, real):
    values = np.abs(np.array(values))
    real = abs(real)
    if np.isinf(real):
        return int(np.isinf(values).sum()), 0
    far = int((values >= real * (1 - 1e-8)).sum())
    return far, int((values > real * (1 + 1e-8)).sum())


def design(kind):
    if kind == 'pairs':
        b = int(rng.integers(3, 9))
        return [str(i) for i in range(b) for _ in range(2)], np.tile([1.0, 0.0], b)
    if kind == 'whole':
        n = int(rng.integers(6, 11))
        z = np.zeros(n)
        z[: int(rng.integers(2, n - 1))] = 1
        return ['a'] * n, z
    if kind == 'thick':
        sizes = rng.integers(4, 7, size=2)
    else:
        sizes = rng.integers(2, 5, size=int(rng.integers(2, 4)))
    strata, z = [], []
    for k, size in enumerate(sizes):
        t = int(rng.integers(2, size - 1)) if kind == 'thick' and size > 4 else (2 if kind == 'thick' else int(rng.integers(1, size)))
        strata += [str(k)] * size
        z += [1.0] * t + [0.0] * (size - t)
    return strata, np.array(z)


for i in range(90):
    kind = ['pairs', 'whole', 'thick', 'thin'][i % 4]
    strata, z = design(kind)
    order = rng.permutation(len(z))
    strata, z = [strata[j] for j in order], z[order]
    level = float(rng.choice([0, 1e6]))
    y = np.round(level + rng.normal(size=len(z)) * float(rng.choice([1, 1000])) + z * rng.choice([0, 1.0]), 3)
    if i % 3 == 0:
        y = np.round(y)  # ties
    every = list(arrangements(strata, z))
    centred = y - y.mean()
    plain = [stratified(centred, a, strata) for a in every]
    real = stratified(centred, z, strata)
    far, farther = count([t for _, t in plain], real[1])
    fard, fartherd = count([d for d, _ in plain], real[0])
    add('permuteDesign', {'values': y.tolist(), 'treated': z.astype(int).tolist(), 'strata': strata},
        {'studentised': {'estimate': real[0], 'arrangements': len(every), 'pValue': far / len(every), 'midP': (far + farther) / 2 / len(every)},
         'difference': {'pValue': fard / len(every), 'midP': (fard + fartherd) / 2 / len(every)}}, 1e-7)

for i in range(40):
    strata, z = design(['whole', 'thick', 'pairs'][i % 3])
    k = 1 if i % 2 else min(2, len(z) - len(set(strata)) - 3)
    if len(z) - len(set(strata)) - k < 3:
        continue
    x = np.round(rng.normal(size=(len(z), max(1, k))), 3)
    y = np.round(x.sum(axis=1) + rng.normal(size=len(z)) + 0.5 * z, 3)
    every = list(arrangements(strata, z))
    values = [adjusted(y, a, strata, x) for a in every]
    real = adjusted(y, z, strata, x)
    far, farther = count([t for _, t in values], real[1])
    add('permuteDesign adjusted', {'values': y.tolist(), 'treated': z.astype(int).tolist(), 'strata': strata, 'covariates': x.tolist()},
        {'estimate': real[0], 'arrangements': len(every), 'pValue': far / len(every), 'midP': (far + farther) / 2 / len(every)}, 1e-8)

# The interval: the effects at the edge, found by scanning tests of "the effect is u" at ever finer steps.
for i in range(8):
    strata, z = design(['pairs', 'thick'][i % 2])
    y = np.round(rng.normal(size=len(z)) + z, 3)
    every = list(arrangements(strata, z))

    def p_of(u):
        moved = y - u * z
        real = stratified(moved, z, strata)[1]
        far, _ = count([stratified(moved, a, strata)[1] for a in every], real)
        return far / len(every)

    d = stratified(y, z, strata)[0]
    if 2 / len(every) > 0.2:
        continue
    ends = []
    for side in (-1, 1):
        inside, outside = d, d + side * 1.0
        while p_of(outside) > 0.2:
            inside, outside = outside, outside + side * 1.0
        for _ in range(34):
            middle = (inside + outside) / 2
            if p_of(middle) > 0.2:
                inside = middle
            else:
                outside = middle
        ends.append(inside)
    add('permuteDesign interval', {'values': y.tolist(), 'treated': z.astype(int).tolist(), 'strata': strata},
        {'low': ends[0], 'high': ends[1]}, 1e-6)

# Wild cluster bootstrap, null imposed, all Rademacher patterns, each fitted by statsmodels with CR1 (m / (m - 1) only).
for i in range(24):
    m = int(rng.integers(4, 9))
    g = np.repeat(np.arange(m), rng.integers(1, 5, size=m))
    n = len(g)
    z = (g % 2).astype(float)
    x = np.column_stack([np.ones(n), z] + ([np.round(rng.normal(size=n), 3)] if i % 2 else []))
    if n < x.shape[1] + 3:
        continue
    y = np.round(0.5 * rng.normal(size=m)[g] + rng.normal(size=n) + 0.5 * z, 3)
    w = np.round(rng.uniform(0.5, 3, size=n), 2) if i % 3 == 0 else np.ones(n)

    def t_of(values):
        fit = sm.WLS(values, x, weights=w).fit()
        scores = np.array([(x[g == k] * (w[g == k] * fit.resid[g == k])[:, None]).sum(axis=0) for k in range(m)])
        bread = np.linalg.inv((x * w[:, None]).T @ x)
        v = m / (m - 1) * bread @ scores.T @ scores @ bread
        return fit.params[1] / np.sqrt(v[1, 1])

    null = sm.WLS(y, np.delete(x, 1, axis=1), weights=w).fit()
    ts = [t_of(null.fittedvalues + null.resid * np.array(s)[g]) for s in itertools.product([1, -1], repeat=m)]
    real = t_of(y)
    add('wildClusterBootstrap', {'y': y.tolist(), 'x': x.tolist(), 'clusters': [str(k) for k in g], 'weights': w.tolist()},
        {'statistic': real, 'draws': 2**m, 'pValue': float(np.mean(np.abs(ts) >= abs(real) * (1 - 1e-8)))}, 1e-9)

print(json.dumps({'madeBy': {'numpy': np.__version__, 'statsmodels': statsmodels.__version__}, 'cases': cases}))
