"""The hybrid test for relative magnitudes: restrictions as matrices over paths, where the largest inequality stays the
largest by walking along a line, scipy's truncated normal, acceptance on a grid of effects."""
import json

import numpy as np
import scipy
import scipy.stats as st

rng = np.random.default_rng(2023)
cases = []


def restrictions(before, after, l, m):
    """(A, b) pairs with A beta <= b theta in the means: one for each step before the start and each sign."""
    q = before + after
    path = np.vstack([np.eye(q)[:before], np.zeros(q), np.eye(q)[before:]])
    steps = np.diff(path, axis=0)[:before]
    effect = np.concatenate([np.zeros(before), l])
    # The largest sum of steps of size 1 after the start: signs by brute force.
    drift = np.tril(np.ones((after, after)))
    reach = max(l @ drift @ np.array(signs) for signs in np.ndindex(*[2] * after) for signs in [2 * np.array(signs) - 1])
    for s in range(before):
        for sign in (1, -1):
            big = sign * steps[s]
            a = [effect - m * reach * big, -effect - m * reach * big]
            b = [1.0, -1.0]
            for j in range(before):
                for flip in (1, -1):
                    row = flip * steps[j] - big
                    if np.abs(row).max() > 0:
                        a.append(row)
                        b.append(0.0)
            yield np.array(a), np.array(b)


def passes(theta, est, cov, sets, level, stretch):
    first = level / 10
    for a, b in sets:
        sd = stretch * np.sqrt(np.diag(a @ cov @ a.T))
        corr = stretch ** 2 * (a @ cov @ a.T) / np.outer(sd, sd)
        t = (a @ est - b * theta) / sd
        j = int(t.argmax())
        top = t[j]
        if top <= 0:
            return True
        cap = st.norm.isf(first / len(t))
        if top > cap:
            continue

        def leads(move):
            there = t + corr[:, j] * move
            return there[j] >= there.max() - 1e-13
        low, high = -60.0, 0.0
        if leads(low):
            least = -np.inf
        else:
            for _ in range(200):
                mid = (low + high) / 2
                low, high = (low, mid) if leads(mid) else (mid, high)
            least = top + high
        if least >= top or st.truncnorm.sf(top, least, cap) >= (level - first) / (1 - first):
            return True
    return False


def interval(est, cov, before, after, l, m, level, stretch):
    sets = list(restrictions(before, after, l, m))
    effect = np.concatenate([np.zeros(before), l])
    point = effect @ est
    widest = 6 * stretch * np.sqrt(effect @ cov @ effect) + 20 * m * after * (np.abs(est).max() + 6 * stretch * np.sqrt(np.diag(cov).max()))
    ends = []
    for side in (-1, 1):
        grid = point + side * np.linspace(0, widest, 600)
        inside = [k for k in range(len(grid)) if passes(grid[k], est, cov, sets, level, stretch)]
        k = max(inside)
        assert k < len(grid) - 1
        a, b = grid[k], grid[k + 1]
        for _ in range(60):
            mid = (a + b) / 2
            a, b = (mid, b) if passes(mid, est, cov, sets, level, stretch) else (a, mid)
        ends.append(a)
    return ends


for number in range(36):
    before, after = [(1, 1), (2, 1), (1, 3), (3, 2), (4, 3), (2, 4)][number % 6]
    q = before + after
    root = rng.normal(size=(q, q + 3)) * 0.3
    cov = root @ root.T / q
    est = rng.normal(size=q) * (0.3 if number < 24 else 1.0) + np.array([0] * before + [2] * after)
    l = np.full(after, 1 / after) if number % 4 else np.eye(after)[0] * 1.0
    df = None if number % 3 else 12
    level = 0.05 if number % 5 else 0.1
    stretch = 1.0 if df is None else st.t.isf(level / 2, df) / st.norm.isf(level / 2)
    wanted = [0.5, 1.0] if number % 2 else [0.0, 2.0]
    out = []
    for m in wanted:
        low, high = interval(est, cov, before, after, l, m, level, stretch)
        out.append({'magnitude': m, 'low': low, 'high': high})
    study = {'times': [*range(-before - 1, -1), *range(after)], 'estimates': est.tolist(), 'covariance': cov.tolist(), 'degreesOfFreedom': df}
    cases.append({'of': 'hybridMagnitudes', 'given': {'study': study, 'weights': l.tolist(), 'magnitudes': wanted, 'confidence': 1 - level},
                  'expected': {'intervals': out}, 'within': 1e-7, 'near': 1e-8})

print(json.dumps({'madeBy': {'numpy': np.__version__, 'scipy': scipy.__version__}, 'cases': cases}, default=float))
