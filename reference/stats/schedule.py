# Permutations of schedules by brute force: every order of a wedge with generalised least squares written out in full
# matrices, every schedule of a switchback. Prints one JSON object.
import itertools
import json

import numpy as np

rng = np.random.default_rng(20240614)
cases = []


def add(of, given, expected, within=1e-8):
    cases.append({'of': of, 'given': given, 'expected': expected, 'within': within})


def gls(y, z, period, site, weight, ratio):
    """Estimate and t (but for the common scale) with V = diag(1 / w) + ratio (same site)."""
    periods = sorted(set(period))
    x = np.column_stack([z] + [(period == p).astype(float) for p in periods])
    if np.isinf(ratio):
        sites = sorted(set(site))[1:]
        x = np.column_stack([x] + [(site == s).astype(float) for s in sites])
        v = np.diag(1 / weight)
    else:
        v = np.diag(1 / weight) + ratio * (site[:, None] == site[None, :])
    inv = np.linalg.inv(v)
    info = x.T @ inv @ x
    if np.linalg.matrix_rank(info, tol=1e-9) < info.shape[0]:
        return 0.0, np.inf
    bread = np.linalg.inv(info)
    b = bread @ x.T @ inv @ y
    rest = y - x @ b
    # A monotone function of the Wald statistic under V whose noise is common to all orders.
    return b[0], b[0] / np.sqrt(bread[0, 0])


for i in range(40):
    m = int(rng.integers(3, 7))
    t = int(rng.integers(3, 6))
    start = [int(s) for s in rng.permutation([k % (t - 1) + 1 for k in range(m)])]
    if i % 3 == 0:
        start[0] = None
    strata = ['a'] * m if i % 2 else [str(k % 2) for k in range(m)]
    values = np.round(rng.normal(size=(m, 1)) + rng.normal(size=(1, t)) + rng.normal(size=(m, t)), 3)
    for s in range(m):
        if start[s] is not None:
            values[s, start[s]:] += 0.7
    values = np.round(values, 3)
    missing = rng.random((m, t)) < (0.1 if i % 4 == 0 else 0)
    weights = np.round(rng.uniform(1, 9, size=(m, t)), 1) if i % 5 == 0 else np.ones((m, t))
    ratio = float(rng.choice([0, 0.05, 1, np.inf]))
    keep = ~missing
    site, period = np.nonzero(keep)
    y, w = values[keep], weights[keep]

    def z_of(starts):
        return np.array([0.0 if starts[s] is None else float(p >= starts[s]) for s, p in zip(site, period)])

    every = set()
    for order in itertools.permutations(range(m)):
        if all(strata[k] == strata[order[k]] for k in range(m)):
            every.add(tuple(start[k] for k in order))
    real = gls(y, z_of(start), period, site, w, ratio)
    if np.isinf(real[1]):
        continue
    ts = np.array([gls(y, z_of(s), period, site, w, ratio)[1] for s in every])
    given = {'sites': [{'name': f's{k}', 'start': start[k], 'stratum': strata[k], 'weights': weights[k].tolist(),
                        'values': [None if missing[k, p] else float(values[k, p]) for p in range(t)]} for k in range(m)],
             'ratio': None if np.isinf(ratio) else ratio}
    far = np.abs(ts) >= abs(real[1]) * (1 - 1e-8)
    add('permuteWedge', given, {'estimate': real[0], 'count': len(every), 'rank': int(far.sum())})

for i in range(40):
    m = int(rng.integers(1, 4))
    blocks = int(rng.integers(2, 5)) if m > 1 else int(rng.integers(3, 7))
    width = 4 if (i % 4 == 0 and m == 1 and blocks < 4) else 2
    length = int(rng.integers(1, 4))
    carry = int(rng.integers(0, length))
    half = list(itertools.combinations(range(width), width // 2))
    if len(half) ** (blocks * m) > 5000:
        continue

    def schedule():
        return np.array([np.concatenate([np.isin(np.arange(width), half[rng.integers(len(half))]) for _ in range(blocks)]) for _ in range(m)])

    on = schedule()
    noise = rng.normal(size=(m, blocks * width * length))
    for k in range(1, noise.shape[1]):
        noise[:, k] += 0.3 * noise[:, k - 1]
    values = np.round(noise + 0.8 * np.repeat(on, length, axis=1) + 50, 3)
    means = values.reshape(m, blocks * width, length)[:, :, carry:].mean(axis=2)

    def t_of(plan):
        parts = []
        total = 0.0
        variance = 0.0
        for s in range(m):
            for b in range(blocks):
                cell, arm = means[s, b * width:(b + 1) * width], plan[s, b * width:(b + 1) * width]
                a, c = cell[arm], cell[~arm]
                parts.append(a.mean() - c.mean())
                if width > 2:
                    variance += (a.var(ddof=1) / len(a) + c.var(ddof=1) / len(c)) / (m * blocks) ** 2
        parts = np.array(parts)
        if width == 2:
            variance = parts.var(ddof=1) / len(parts)
        return parts.mean(), parts.mean() / np.sqrt(variance)

    plans = []
    for chosen in itertools.product(half, repeat=blocks * m):
        plans.append(np.array([np.isin(np.arange(width), c) for c in chosen]).reshape(m, blocks * width))
    real = t_of(on)
    ts = np.array([t_of(p)[1] for p in plans])
    add('switchback', {'sites': [{'name': f's{k}', 'on': on[k].tolist(), 'values': values[k].tolist()} for k in range(m)],
                       'windowLength': length, 'blockWindows': width, 'carryOver': carry},
        {'estimate': real[0], 'arrangements': len(plans), 'pValue': float(np.mean(np.abs(ts) >= abs(real[1]) * (1 - 1e-8)))})

print(json.dumps({'madeBy': {'numpy': np.__version__}, 'cases': cases}))
