# A second program for the published recipe: xoshiro128** seeded by splitmix64, rejection for even draws, Durstenfeld's
# shuffle. It shows that an allocation can be drawn again from plan and seed alone in another language. Balance by numpy
# and scipy. Prints one JSON object.
import json

import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import mahalanobis

rng = np.random.default_rng(20240615)
cases = []
M64, M32 = (1 << 64) - 1, (1 << 32) - 1


def add(of, given, expected, within=1e-9, near=None):
    cases.append({'of': of, 'given': given, 'expected': expected, 'within': within, **({'near': near} if near else {})})


class Draws:
    def __init__(self, seed):
        words = []
        for _ in range(2):
            seed = (seed + 0x9E3779B97F4A7C15) & M64
            z = seed
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M64
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M64
            z ^= z >> 31
            words += [z & M32, z >> 32]
        self.s = words

    def word(self):
        s = self.s
        rot = lambda x, k: ((x << k) | (x >> (32 - k))) & M32
        out = (rot((s[1] * 5) & M32, 7) * 9) & M32
        t = (s[1] << 9) & M32
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rot(s[3], 11)
        return out

    def below(self, n):
        limit = (1 << 32) - (1 << 32) % n
        while True:
            x = self.word()
            if x < limit:
                return x % n

    def shuffled(self, values):
        out = list(values)
        for last in range(len(out) - 1, 0, -1):
            pick = self.below(last + 1)
            out[last], out[pick] = out[pick], out[last]
        return out


def even(count, block, draws):
    whole = block * (count // len(block))
    rest = draws.shuffled(block)[: count - len(whole)]
    return draws.shuffled(whole + rest)


def blocks(count, sizes, block, draws):
    out = []
    while len(out) < count:
        size = sizes[draws.below(len(sizes))]
        out += draws.shuffled(block * (size // len(block)))
    return out[:count]


def grouped(groups, fill):
    out = [None] * len(groups)
    for name in dict.fromkeys(groups):
        at = [i for i, g in enumerate(groups) if g == name]
        for i, label in zip(at, fill(len(at))):
            out[i] = label
    return out


def distance(x, first):
    x, first = np.array(x), np.array(first, dtype=bool)
    n1, n0 = first.sum(), (~first).sum()
    spread = np.atleast_2d(np.cov(x, rowvar=False)) * (1 / n1 + 1 / n0)
    return float(mahalanobis(x[first].mean(axis=0), x[~first].mean(axis=0), np.linalg.inv(spread)) ** 2)


def draw(plan, seed):
    draws = Draws(seed)
    base = plan.get('base', plan)
    arms = base.get('arms', [{'name': 'treated', 'parts': 1}, {'name': 'comparison', 'parts': 1}])
    block = [a['name'] for a in arms for _ in range(a['parts'])]
    units = base['units']
    method = plan['method']
    if method == 'simple':
        return [block[draws.below(len(block))] for _ in units]
    if method == 'complete':
        return even(len(units), block, draws)
    if method in ('stratified', 'paired'):
        return grouped(plan['strata' if method == 'stratified' else 'pairs'], lambda n: even(n, block, draws))
    if method == 'blocked':
        return grouped(plan.get('strata', [''] * len(units)), lambda n: blocks(n, plan['blockSizes'], block, draws))
    if method == 'clustered':
        names = list(dict.fromkeys(plan['clusters']))
        strata = [plan['strata'][plan['clusters'].index(c)] if 'strata' in plan else '' for c in names]
        of = dict(zip(names, grouped(strata, lambda n: even(n, block, draws))))
        return [of[c] for c in plan['clusters']]
    while True:
        out = even(len(units), block, draws)
        if distance(plan['covariates'], [a == arms[0]['name'] for a in out]) <= plan['threshold']:
            return out


three = [{'name': 'a', 'parts': 2}, {'name': 'b', 'parts': 1}, {'name': 'c', 'parts': 1}]
for i in range(63):
    n = 2 * int(rng.integers(3, 12))
    units = [f'u{k}' for k in range(n)]
    kind = i % 7
    plan = [
        {'method': 'simple', 'units': units, 'arms': three},
        {'method': 'complete', 'units': units, **({'arms': three} if i % 2 else {})},
        {'method': 'stratified', 'units': units, 'strata': [str(k) for k in rng.integers(0, 3, size=n)]},
        {'method': 'paired', 'units': units, 'pairs': [str(k) for k in rng.permutation(np.repeat(np.arange(n // 2), 2))]},
        {'method': 'blocked', 'units': units, 'blockSizes': [4, 8], 'arms': three, **({'strata': [str(k % 2) for k in range(n)]} if i % 2 else {})},
        {'method': 'clustered', 'units': units, 'clusters': [str(k // 3) for k in range(n)], **({'strata': [str((k // 3) % 2) for k in range(n)]} if i % 2 else {})},
        {'method': 'rerandomised', 'base': {'method': 'complete', 'units': units},
         'covariates': np.round(rng.normal(size=(n, 2)), 3).tolist(), 'threshold': 0.9},
    ][kind]
    seed = int(rng.integers(0, 2**53))
    add('randomise', {'plan': plan, 'seed': seed}, draw(plan, seed))

for i in range(40):
    n, k = int(rng.integers(6, 30)), int(rng.integers(1, 4))
    x = np.round(rng.normal(size=(n, k)) * rng.choice([1e-3, 1, 1e5], size=k) + rng.choice([0, 1e4]), 6)
    first = rng.permutation([1] * int(rng.integers(2, n - 1)) + [0] * n)[:n]
    if first.sum() in (0, n):
        continue
    add('mahalanobisBalance', {'covariates': x.tolist(), 'isFirst': first.tolist()}, distance(x, first), 1e-6)

for k in (1, 2, 3, 5, 10, 25):
    for p in (1e-4, 0.01, 0.1, 0.5, 0.9):
        add('balanceThreshold', {'covariates': k, 'acceptance': p}, float(stats.chi2.ppf(p, k)), 1e-9)

print(json.dumps({'madeBy': {'numpy': np.__version__, 'scipy': scipy.__version__}, 'cases': cases}))
