"""Group-time effects: regressions of statsmodels cell by cell, complex-step derivatives for influence values, cvxopt."""
import itertools
import json
import warnings

import numpy as np
import scipy
import scipy.optimize as so
import scipy.stats as st
import statsmodels
import statsmodels.api as sm
from cvxopt import matrix, solvers

warnings.filterwarnings('ignore')
solvers.options.update(show_progress=False, abstol=1e-13, reltol=1e-13, feastol=1e-13)
rng = np.random.default_rng(20210)
cases = []


def add(of, given, expected, within=1e-9, **more):
    cases.append({'of': of, 'given': given, 'expected': expected, 'within': within, **more})


def panel(sizes, starts, periods, offset=0.0, scale=1.0):
    since = [s for s, n in zip(starts, sizes) for _ in range(n)]
    rng.shuffle(since)
    y = offset + scale * (rng.normal(size=(len(since), 1)) * 2 + rng.normal(size=(len(since), periods)).cumsum(1)
                          + np.arange(periods) * 0.3)
    for i, s in enumerate(since):
        if s is not None:
            y[i, s:] += scale * (0.5 + 0.4 * np.arange(periods - s))
    # Short numbers in the file; both programs read the same ones.
    return np.round(y / scale, 3) * scale, since


def given(y, since, **more):
    return {'units': [{'name': str(i), 'since': s, 'values': list(map(float, row))} for i, (row, s) in enumerate(zip(y, since))], **more}


def cells_of(since, periods, comparison, base):
    groups = sorted({s for s in since if s is not None})
    out = []
    for g in groups:
        for t in range(periods):
            b = g - 1 if t >= g or base == 'universal' else t - 1
            if b < 0 or b == t:
                continue
            late = max(t, b)
            pool = [i for i, s in enumerate(since) if s is None or (comparison == 'not-yet-treated' and s > late and s != g)]
            if pool:
                out.append((g, t, b, [i for i, s in enumerate(since) if s == g], pool))
    return out


def theta(y, since, w, cells, weights):
    """The estimates with unit weights w (complex allowed): `weights` turns shares of cohorts into cell weights."""
    att = []
    for g, t, b, own, pool in cells:
        d = y[:, t] - y[:, b]
        att.append((w[own] * d[own]).sum() / w[own].sum() - (w[pool] * d[pool]).sum() / w[pool].sum())
    share = {g: sum(w[i] for i, s in enumerate(since) if s == g) for g in set(since)}
    return np.array(att) if weights is None else weights(att, share, cells)


def simple(att, share, cells):
    pick = [k for k, c in enumerate(cells) if c[1] >= c[0]]
    return np.array([sum(att[k] * share[cells[k][0]] for k in pick) / sum(share[cells[k][0]] for k in pick)])


def by(key, overall):
    def weights(att, share, cells):
        use = [k for k, c in enumerate(cells) if overall == 'event' or c[1] >= c[0]]
        at = sorted({key(cells[k]) for k in use})
        parts = []
        for a in at:
            pick = [k for k in use if key(cells[k]) == a]
            parts.append(sum(att[k] * share[cells[k][0]] for k in pick) / sum(share[cells[k][0]] for k in pick))
        if overall == 'group':
            whole = sum(p * share[a] for p, a in zip(parts, at)) / sum(share[a] for a in at)
        else:
            kept = [p for p, a in zip(parts, at) if overall != 'event' or a >= 0]
            whole = sum(kept) / len(kept)
        return np.array([whole, *parts])
    return weights


KINDS = {'simple': simple, 'group': by(lambda c: c[0], 'group'), 'calendar': by(lambda c: c[1], 'calendar'),
         'event': by(lambda c: c[1] - c[0], 'event')}


def jacobian(y, since, cells, weights):
    n = len(since)
    rows = []
    for i in range(n):
        w = np.ones(n, dtype=complex)
        w[i] += 1e-30j
        rows.append(theta(y, since, w, cells, weights).imag / 1e-30)
    return np.array(rows)


def df_by_brute_force(since, periods, cells, weights):
    """Influence values are linear in y: their matrix column by column, with unbiased divisors; then moments."""
    n = len(since)

    def influence(y):
        out = np.zeros(n)
        for wt, (g, t, b, own, pool) in zip(weights, cells):
            d = y[:, t] - y[:, b]
            for members, sign in ((own, 1), (pool, -1)):
                m = len(members)
                out[members] += sign * wt * (d[members] - d[members].mean()) / m * np.sqrt(m / (m - 1))
        return out
    a = np.array([influence(e.reshape(n, periods)) for e in np.eye(n * periods)]).T
    g = a @ a.T
    return float(np.trace(g) ** 2 / (g * g).sum())


shapes = [([3, 4, 5], [2, 3, None], 5), ([2, 2, 4], [1, 4, None], 6), ([6, 7, 5, 9], [2, 3, 5, None], 7),
          ([4, 4, 4], [2, 3, 4], 5), ([2, 3, 2, 3], [1, 2, 3, None], 4), ([12, 3, 15], [3, 4, None], 5),
          ([5, 5], [3, None], 6), ([2, 2, 2, 2, 2, 2], [1, 2, 3, 4, 5, None], 7)]
for number, (sizes, starts, periods) in enumerate(shapes):
    for repeat in range(3):
        offset, scale = [(0, 1), (1e9, 1), (0, 1e-6)][repeat]
        if offset:
            y, since = panel(sizes, starts, periods, 0, 1)
            y = np.round(y * 64) / 64 + offset  # exact in doubles, so that the oracle sees the same numbers
            shown = y - offset
        else:
            y, since = panel(sizes, starts, periods, 0, scale)
            shown = y
        for comparison in ('never-treated', 'not-yet-treated'):
            if None not in starts and comparison == 'never-treated':
                continue
            base = 'universal' if (number + repeat) % 2 else 'varying'
            cells = cells_of(since, periods, comparison, base)
            large, small = [], []
            for g, t, b, own, pool in cells:
                members = own + pool
                d = np.array([1.0] * len(own) + [0.0] * len(pool))
                y2 = np.concatenate([shown[members, b], shown[members, t]])
                post = np.repeat([0.0, 1.0], len(members))
                dd = np.tile(d, 2)
                fit = sm.OLS(y2, np.column_stack([np.ones_like(post), dd, post, dd * post])).fit(
                    cov_type='cluster', cov_kwds={'groups': np.tile(np.arange(len(members)), 2), 'use_correction': False})
                at = {'group': g, 'period': t, 'base': b, 'groupUnits': len(own), 'comparisonUnits': len(pool)}
                low, high = fit.conf_int()[3]
                large.append({**at, 'estimate': fit.params[3], 'standardError': fit.bse[3], 'low': low, 'high': high})
                hc2 = sm.OLS(shown[members, t] - shown[members, b], sm.add_constant(d)).fit(cov_type='HC2')
                df = df_by_brute_force(since, periods, [(g, t, b, own, pool)], [1.0])
                p = 2 * st.t.sf(abs(hc2.params[1] / hc2.bse[1]), df)
                at95 = st.t.ppf(0.975, df)
                at95 -= (st.t.cdf(at95, df) - 0.975) / st.t.pdf(at95, df)  # scipy's quantile is good to 1e-9 only
                reach = at95 * hc2.bse[1]
                small.append({**at, 'estimate': hc2.params[1], 'standardError': hc2.bse[1], 'degreesOfFreedom': df,
                              'pValue': p, 'low': hc2.params[1] - reach, 'high': hc2.params[1] + reach})
            asked = {'comparison': comparison, 'basePeriod': base}
            if comparison == 'never-treated' or None not in starts or repeat == 0:
                add('groupTimeEffects', given(y, since, options={**asked, 'errors': 'large-sample'}), {'effects': large}, 2e-9, near=1e-12)
                add('groupTimeEffects', given(y, since, options={**asked, 'errors': 'small-sample'}), {'effects': small}, 2e-9, near=1e-12)
            if repeat == 1:
                continue
            jac = jacobian(y, since, cells, None)
            for kind, weights in KINDS.items():
                if repeat == 2 and kind in ('group', 'calendar'):
                    continue
                point = theta(y, since, np.ones(len(since)), cells, weights)
                derivative = jacobian(y, since, cells, weights)
                se = np.sqrt((derivative ** 2).sum(0))
                parts = [] if kind == 'simple' else [{'estimate': e, 'standardError': s} for e, s in zip(point[1:], se[1:])]
                expected = {'overall': {'estimate': point[0], 'standardError': se[0]}, 'parts': parts}
                if kind == 'event' and repeat == 0:
                    expected['covariance'] = (derivative[:, 1:].T @ derivative[:, 1:]).tolist()
                add('aggregateEffects', given(y, since, kind=kind, options={**asked, 'errors': 'large-sample'}), expected, near=1e-20)
                if repeat == 0 and len(since) < 30:
                    # The weight of each cell in the overall number, by differences: the number is linear in the effects.
                    share = {g: sum(s == g for s in since) for g in set(since)}
                    unit = [weights(list(e), share, cells)[0] for e in np.eye(len(cells))]
                    add('aggregateEffects', given(y, since, kind=kind, options={**asked, 'errors': 'small-sample'}),
                        {'overall': {'estimate': point[0], 'degreesOfFreedom': df_by_brute_force(since, periods, cells, unit)}})
            before = [k for k, c in enumerate(cells) if c[1] < c[0]]
            att = theta(y, since, np.ones(len(since)), cells, None)[before]
            cov = jac[:, before].T @ jac[:, before]
            if before and np.linalg.matrix_rank(cov, 1e-10) == len(before) and np.linalg.cond(cov / scale ** 2) < 1e6 and repeat == 0:
                wald = float(att @ np.linalg.solve(cov, att))
                add('testPreTrends', given(y, since, options={**asked, 'errors': 'large-sample'}),
                    {'statistic': wald, 'pValue': st.chi2.sf(wald, len(before)), 'effects': len(before)})
        if offset == 0:
            long = [(i, t) for i in range(len(since)) for t in range(periods)]
            x = np.zeros((len(long), 1 + len(since) + periods - 1))
            for r, (i, t) in enumerate(long):
                x[r, 0] = since[i] is not None and t >= since[i]
                x[r, 1 + i] = 1
                if t:
                    x[r, len(since) + t] = 1
            fit = sm.OLS(y.ravel(), x).fit(cov_type='cluster', cov_kwds={'groups': [i for i, _ in long]}, use_t=True)
            aux = sm.OLS(x[:, 0], x[:, 1:]).fit()
            weight = aux.resid / (aux.resid ** 2).sum()
            on = x[:, 0] == 1
            negative = on & (weight < -1e-9)
            add('twoWayFixedEffects', given(y, since), {
                'estimate': fit.params[0], 'standardError': fit.bse[0], 'pValue': fit.pvalues[0],
                'negativeShare': negative.sum() / on.sum(), 'negativeWeight': weight[negative].sum() if negative.any() else 0.0}, near=1e-13)

# Every order, everything computed anew.
for sizes, starts, periods in [([1, 1, 1, 1], [1, 2, 3, None], 5), ([2, 2, 2], [1, 3, None], 5), ([1, 2, 3], [2, 3, None], 4),
                               ([1, 1, 1, 1, 1], [1, 2, 3, 4, 5], 6), ([3, 3], [2, None], 4)]:
    for comparison in ('never-treated', 'not-yet-treated'):
        if comparison == 'never-treated' and None not in starts:
            continue
        y, since = panel(sizes, starts, periods)
        effects = []
        for order in set(itertools.permutations(since)):
            cells = cells_of(order, periods, comparison, 'varying')
            effects.append(theta(y, order, np.ones(len(since)), cells, simple)[0])
        real = theta(y, since, np.ones(len(since)), cells_of(since, periods, comparison, 'varying'), simple)[0]
        add('permuteOrder', given(y, since, comparison=comparison), {
            'estimate': real, 'arrangements': len(effects), 'exact': True,
            'pValue': sum(abs(e) >= abs(real) - 1e-9 for e in effects) / len(effects)})


# The shortest interval of fixed length as a quadratic programme in the weights; the worst bias by a linear programme.
def half_length(sd, bias, level):
    return sd * np.sqrt(st.ncx2.ppf(1 - level, 1, (bias / sd) ** 2)) if bias > 0 else sd * st.norm.isf(level / 2)


def worst_bias(w, times, bend):
    """The largest w'd over paths d with d = 0 at -1 and changes of slope within the bend."""
    span = list(range(times[0], times[-1] + 1))
    at = {t: k for k, t in enumerate(span)}
    c = np.zeros(len(span))
    for t, value in zip(times, w):
        c[at[t]] = value
    a = np.zeros((len(span) - 2, len(span)))
    for k in range(len(span) - 2):
        a[k, k:k + 3] = [1, -2, 1]
    fixed = np.zeros((1, len(span)))
    fixed[0, at[-1]] = 1
    found = so.linprog(-c, A_ub=np.vstack([a, -a]), b_ub=np.full(2 * len(a), bend), A_eq=fixed, b_eq=[0], bounds=(None, None))
    assert found.status == 0, found.message
    return -found.fun


def shortest(cov, times, l, bend, level):
    pre = [t for t in times if t < -1]
    m, q = len(pre), len(times)
    span = list(range(times[0], times[-1] + 1))

    def doubles(w):
        full = dict(zip(times, w))
        full[-1] = -sum(w)
        return np.cumsum(np.cumsum([full[t] for t in span]))
    base = doubles(np.concatenate([np.zeros(m), l]))
    lin = np.array([doubles(np.concatenate([np.eye(m)[k], np.zeros(q - m)])) for k in range(m)]).T
    k = len(base) - 1  # the last double sum is the constraint on straight lines

    def solve(cap):
        p = np.zeros((m + k, m + k))
        p[:m, :m] = cov[:m, :m]
        qv = np.concatenate([cov[:m, m:] @ l, np.zeros(k)])
        g = np.vstack([np.hstack([lin[:k], -np.eye(k)]), np.hstack([-lin[:k], -np.eye(k)]),
                       np.concatenate([np.zeros(m), np.ones(k)])[None]])
        h = np.concatenate([-base[:k], base[:k], [cap]])
        a = np.concatenate([lin[k], np.zeros(k)])[None]
        found = solvers.qp(matrix(p), matrix(qv), matrix(g), matrix(h), matrix(a), matrix([-base[k]]))
        v = np.array(found['x']).ravel()[:m]
        w = np.concatenate([v, l])
        return w, float(np.sqrt(w @ cov @ w)), float(np.abs(doubles(w)[:k]).sum())
    w, sd, bias = solve(1e6)
    best = half_length(sd, bend * bias, level)
    if m == 1 or bend == 0:
        return best
    least = min(np.abs(base[:k]).sum(), bias)
    # The smallest possible bias: all free double sums 0.
    free = lin[:k]
    lp = so.linprog(np.concatenate([np.zeros(m), np.ones(k)]), A_ub=np.vstack([np.hstack([free, -np.eye(k)]), np.hstack([-free, -np.eye(k)])]),
                    b_ub=np.concatenate([-base[:k], base[:k]]), A_eq=np.concatenate([lin[k], np.zeros(k)])[None], b_eq=[-base[k]], bounds=(None, None))
    least = lp.fun

    def length(cap):
        _, s, b = solve(cap)
        return half_length(s, bend * b, level)
    found = so.minimize_scalar(length, bounds=(least * (1 + 1e-9), max(bias, least * (1 + 1e-6))), method='bounded', options={'xatol': 1e-9})
    return min(best, found.fun)


for before, after in [(1, 1), (1, 3), (2, 2), (3, 1), (3, 4), (5, 3), (8, 2)]:
    for repeat in range(3):
        times = [*range(-before - 1, -1), *range(after)]
        root = rng.normal(size=(len(times), len(times) + 3)) * 0.3
        cov = root @ root.T / len(times)
        est = rng.normal(size=len(times)) * 0.3 + (np.array(times) >= 0) * 2
        l = np.full(after, 1 / after) if repeat < 2 else np.eye(after)[0]
        study = {'times': times, 'estimates': est.tolist(), 'covariance': cov.tolist(), 'degreesOfFreedom': None}
        for bend in (0, 0.02, 0.3)[: 3 if repeat else 2]:
            half = shortest(cov, times, l, bend, 0.05)
            add('smoothTrends', {'study': study, 'bend': bend, 'weights': l.tolist()}, {'halfLength': float(half)}, 1e-6)
        # Worst drift for steps of at most 1, by a linear programme over steps.
        reach = -so.linprog(-np.array([l[k:].sum() for k in range(after)]), bounds=[(-1, 1)] * after).fun
        steps = []
        path = np.zeros((before + 1, len(times)))
        path[np.arange(before), np.arange(before)] = 1
        difference = np.diff(path, axis=0)
        bound = (np.abs(difference @ est) + st.norm.isf(0.025) * np.sqrt(np.diag(difference @ cov @ difference.T))).max()
        w = np.concatenate([np.zeros(before), l])
        sd = np.sqrt(w @ cov @ w)
        point = float(w @ est)
        out = [{'magnitude': m, 'low': point - (st.norm.isf(0.0125) * sd + m * reach * bound),
                'high': point + st.norm.isf(0.0125) * sd + m * reach * bound} for m in (0.5, 1, 2)]
        add('relativeMagnitudes', {'study': study, 'weights': l.tolist()}, {'estimate': point, 'largestStepBefore': float(bound), 'intervals': out})

# One estimate alone and several: the distribution of the largest of correlated normal variables, by numpy's draws.
for size, correlation in [(1, 0), (4, 0), (4, 0.8), (10, 0.5)]:
    cov = np.full((size, size), correlation) + (1 - correlation) * np.eye(size)
    drawn = np.abs(rng.multivariate_normal(np.zeros(size), cov, size=1_000_000)).max(1)
    add('simultaneousCritical', {'size': size, 'correlation': correlation}, float(np.quantile(drawn, 0.95)), 0.02)

print(json.dumps({'madeBy': {'numpy': np.__version__, 'scipy': scipy.__version__, 'statsmodels': statsmodels.__version__, 'cvxopt': '1.3'},
                  'cases': cases}, default=float))
