"""Synthetic control: quadratic programmes by cvxopt's interior point, polished on their active set; ridge as a regression."""
import json

import numpy as np
from cvxopt import matrix, solvers

solvers.options.update(show_progress=False, abstol=1e-13, reltol=1e-13, feastol=1e-13, maxiters=200)
rng = np.random.default_rng(2010)
cases = []


def add(of, given, expected, within=1e-6, near=1e-8):
    cases.append({'of': of, 'given': given, 'expected': expected, 'within': within, 'near': near})


def simplex(x, y, ridge=0.0, intercept=False):
    """min |x w (+ a) - y|^2 + ridge |w|^2 over the simplex; the intercept is a free variable of the programme."""
    n, k = x.shape
    size = np.std(x - y[:, None])
    x, y, ridge = x / size, y / size, ridge / size ** 2
    design = np.hstack([x, np.ones((n, 1))]) if intercept else x
    m = design.shape[1]
    p = design.T @ design
    p[:k, :k] += ridge * np.eye(k)
    q = -design.T @ y
    g = np.hstack([-np.eye(k), np.zeros((k, m - k))])
    a = np.concatenate([np.ones(k), np.zeros(m - k)])[None]
    found = solvers.qp(matrix(p), matrix(q), matrix(g), matrix(np.zeros(k)), matrix(a), matrix([1.0]))
    w = np.array(found['x']).ravel()
    slack = np.array(found['z']).ravel()
    # Exactly on the columns in use: the optimality conditions are linear there, and are checked for all others.
    used = [j for j in range(k) if w[j] > slack[j]]
    for _ in range(100):
        free = used + list(range(k, m))
        kkt = np.block([[p[np.ix_(free, free)], a[:, free].T], [a[:, free], np.zeros((1, 1))]])
        solved = np.linalg.lstsq(kkt, np.concatenate([-q[free], [1.0]]), rcond=None)[0]
        worst = min(range(len(used)), key=lambda i: solved[i])
        if solved[worst] < -1e-11:
            used.pop(worst)
            continue
        out = np.zeros(m)
        out[free] = solved[:-1]
        pull = (p @ out + q)[:k] + solved[-1]
        worst = int(pull.argmin())
        if pull[worst] > -1e-9 or worst in used:
            return out[:k]
        used.append(worst)
    raise ValueError('no optimum')


def panel(donors, periods, since, offset=0.0, scale=1.0, factors=3):
    path = rng.normal(size=(factors, periods)).cumsum(1)
    y = rng.uniform(0, 1, size=(donors + 1, factors)) @ path + rng.normal(size=(donors + 1, periods)) * 0.4 + rng.normal(size=(donors + 1, 1))
    y[0, since:] += 1.5
    return np.round(y, 2) * scale + offset


def given(y, since, **more):
    return {'panel': {'treated': y[0].tolist(), 'since': since,
                      'donors': [{'name': f'd{j}', 'values': row.tolist()} for j, row in enumerate(y[1:])]}, **more}


def rms(v):
    return float(np.sqrt(np.mean(np.square(v))))


def control(treated, donors, since):
    w = simplex(donors[:, :since].T, treated[:since])
    gaps = treated - w @ donors
    return w, gaps, float(gaps[since:].mean())


for rows, columns in [(5, 3), (8, 5), (12, 8), (20, 12), (6, 6), (30, 20)]:
    for ridge in (0.0, 0.3, 20.0):
        for repeat in range(3):
            x, y = np.round(rng.normal(size=(rows, columns)), 3), np.round(rng.normal(size=rows), 3)
            if repeat == 2:
                y = np.round(x @ rng.dirichlet(np.ones(columns)), 3)
            if repeat == 1:
                x, y = x * 1e-5, y * 1e-5
            scaled = ridge * (1e-10 if repeat == 1 else 1)
            add('simplexWeights', {'columns': x.T.tolist(), 'target': y.tolist(), 'ridge': scaled},
                simplex(x / (1e-5 if repeat == 1 else 1), y / (1e-5 if repeat == 1 else 1), ridge).tolist())

shapes = [(5, 14, 10), (8, 20, 14), (7, 10, 7), (10, 16, 12), (12, 24, 16), (6, 9, 6), (5, 30, 20)]
for donors, periods, since in shapes:
    for repeat in range(5):
        y = panel(donors, periods, since, scale=[1, 1, 1000, 1e-4, 1][repeat])
        w, gaps, estimate = control(y[0], y[1:], since)
        if donors <= since:
            add('syntheticControl', given(y, since), {'estimate': estimate, 'rmspeBefore': rms(gaps[:since]), 'rmspeAfter': rms(gaps[since:]), 'gaps': gaps.tolist()},
                near=1e-7 * np.abs(y).max())
        if repeat < 2 and donors <= since:
            ratios = {}
            units = []
            for j in range(donors + 1):
                others = np.array([y[k] for k in range(1, donors + 1) if k != j])
                _, g, e = control(y[j], others, since)
                ratios[j] = rms(g[since:]) / rms(g[:since])
                units.append((ratios[j], rms(g[:since]), e))
            rank = sum(r >= ratios[0] - 1e-9 for r in ratios.values())
            units.sort(reverse=True)
            add('placeboSynthetic', given(y, since), {'rank': rank, 'pValue': rank / (donors + 1), 'smallestPossibleP': 1 / (donors + 1),
                'units': [{'ratio': r, 'rmspeBefore': b, 'estimate': e} for r, b, e in units]}, near=1e-7)
            out = sorted(([w[j], control(y[0], np.delete(y[1:], j, 0), since)[2]] for j in range(donors) if w[j] > 1e-9), reverse=True)
            every = [estimate, *(e for _, e in out)]
            add('leaveOneDonorOut', given(y, since), {'without': [{'weight': a, 'estimate': e} for a, e in out], 'low': min(every), 'high': max(every)}, near=1e-7)

        # The correction as what it is: a ridge regression of each later period on the earlier ones, fitted to the donors.
        def augmented(treated, pool, before, lam, later):
            wts = simplex(pool[:, :before].T, treated[:before])
            mean = pool[:, :before].mean(0)
            x = pool[:, :before] - mean
            big = np.vstack([x, np.sqrt(lam) * np.eye(before)])
            out = []
            for t in later:
                target = np.concatenate([pool[:, t] - pool[:, t].mean(), np.zeros(before)])
                beta = np.linalg.lstsq(big, target, rcond=None)[0]
                predicted = lambda row: pool[:, t].mean() + (row[:before] - mean) @ beta
                out.append(wts @ pool[:, t] + predicted(treated) - sum(wts[j] * predicted(pool[j]) for j in range(len(pool))))
            return np.array(out)
        if donors <= since:
            scale = float(np.square(y).mean())
            for lam in (0.05 * scale, 3.0 * scale):
                synth = augmented(y[0], y[1:], since, lam, range(periods))
                add('augmentedSyntheticControl', given(y, since, ridge=lam), {'estimate': float((y[0] - synth)[since:].mean()), 'gaps': (y[0] - synth).tolist(), 'ridge': lam}, near=1e-7 * np.abs(y).max())
        if donors <= since - 1 and repeat < 3:
            x = y[1:, :since] - y[1:, :since].mean(0)
            lams = np.linalg.norm(x, 2) ** 2 * np.logspace(0, -8, 20)
            errors = np.array([[(y[0, t] - augmented(np.append(np.delete(y[0, :since], t), y[0, t]), np.column_stack([np.delete(y[1:, :since], t, 1), y[1:, t]]), since - 1, lam, [since - 1])[0]) ** 2
                                for t in range(since)] for lam in lams])
            mean, se = errors.mean(1), errors.std(1, ddof=1) / np.sqrt(since)
            best = mean.argmin()
            lam = lams[np.nonzero(mean <= mean[best] + se[best])[0][0]]
            synth = augmented(y[0], y[1:], since, lam, range(since, periods))
            add('augmentedSyntheticControl', given(y, since), {'estimate': float((y[0, since:] - synth).mean()), 'ridge': float(lam)}, near=1e-9)

        def sdid(treated, pool, zeta, noise):
            omega = simplex(pool[:, :since].T, treated[:since], zeta ** 2 * since, True)
            lam = simplex(pool[:, :since], pool[:, since:].mean(1), (1e-6 * noise) ** 2 * len(pool), True)
            return float(treated[since:].mean() - lam @ treated[:since] - omega @ (pool[:, since:].mean(1) - pool[:, :since] @ lam)), omega, lam
        if donors > since + 1 or repeat > 2:
            continue
        noise = float(np.diff(y[1:, :since], axis=1).std(ddof=1))
        zeta = (periods - since) ** 0.25 * noise
        tau, omega, lam = sdid(y[0], y[1:], zeta, noise)
        # More periods than donors: their weights hang on a penalty of 1e-12, and are compared through the estimate.
        placebos = [sdid(y[j], np.delete(y[1:], j - 1, 0), zeta, noise)[0] for j in range(1, donors + 1)]
        if donors >= 8:
            add('syntheticDifference', given(y, since), {'estimate': tau, 'standardError': float(np.std(placebos)), 'zeta': zeta,
                'weights': [{'weight': v} for v in omega]}, 1e-5, 1e-6 * np.abs(y).max())
        else:
            add('syntheticDifference', given(y, since), {'zeta': zeta, 'weights': [{'weight': v} for v in omega]}, 1e-6, 1e-7)

import cvxopt
print(json.dumps({'madeBy': {'numpy': np.__version__, 'cvxopt': cvxopt.__version__}, 'cases': cases}, default=float))
