# Series before and after a change: statsmodels for regressions, robust errors, residual checks, the exact diffuse filter
# and its smoother; autoregression by the full covariance matrix; the forecast by kriging: one multivariate normal
# distribution over all periods, likelihood maximised by scipy.
import json
import math
import warnings

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import linalg, optimize, stats
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.stats.stattools import durbin_watson
from statsmodels.tsa.statespace.structural import UnobservedComponents

warnings.simplefilter("ignore")
rng = np.random.default_rng(20240902)
cases = []


def add(of, given, expected, within=1e-9, near=None):
    case = {"of": of, "given": given, "expected": expected, "within": within}
    if near is not None:
        case["near"] = near
    cases.append(case)


def plain(a):
    return [None if v is None or (isinstance(v, float) and math.isnan(v)) else float(v) for v in a]


def design(n, start, slope, season, harmonics, changed=True):
    t = np.arange(n)
    after = (t >= start).astype(float) if changed else np.zeros(n)
    cols = [np.ones(n), (t - start).astype(float), after] + ([after * (t - start)] if slope else [])
    for k in range(1, harmonics + 1):
        cols += [np.sin(2 * np.pi * k * t / season), np.cos(2 * np.pi * k * t / season)]
    return np.column_stack(cols)


def t_quantile(p, df):
    # scipy's own is right to 1e-9 only; one step of Newton's method on the tail mends it
    q = stats.t.ppf(p, df)
    return q + (stats.t.sf(q, df) - (1 - p)) / stats.t.pdf(q, df)


def term(estimate, se, df, confidence):
    q = stats.norm.ppf((1 + confidence) / 2) if df is None else t_quantile((1 + confidence) / 2, df)
    p = 2 * (stats.norm.sf(abs(estimate / se)) if df is None else stats.t.sf(abs(estimate / se), df))
    return {"estimate": float(estimate), "standardError": float(se), "low": float(estimate - q * se), "high": float(estimate + q * se), "pValue": float(p)}


def ar1(n, rho):
    e = np.empty(n)
    e[0] = rng.normal()
    for i in range(1, n):
        e[i] = rho * e[i - 1] + math.sqrt(1 - rho**2) * rng.normal()
    return e


def gls(X, y, times, rho):
    V = rho ** np.abs(times[:, None] - times[None, :]).astype(float)
    W = np.linalg.inv(V)
    XtW = X.T @ W
    cov = np.linalg.inv(XtW @ X)
    b = cov @ XtW @ y
    r = y - X @ b
    s2 = r @ W @ r / (len(y) - X.shape[1])
    return b, cov * s2, r


for k in range(90):
    n = int(rng.integers(18, 60))
    start = int(rng.integers(9, n - 8))
    slope = bool(rng.random() < 0.6)
    season = int(rng.choice([4, 7, 12])) if n > 30 and rng.random() < 0.5 else None
    harmonics = int(rng.integers(1, 3)) if season else 0
    if season == 4 and harmonics == 2:
        harmonics = 1
    confidence = float(rng.choice([0.8, 0.95, 0.99]))
    X = design(n, start, slope, season or 1, harmonics)
    X0 = design(n, start, slope, season or 1, harmonics, changed=False)
    model = ["ols", "newey-west", "prais-winsten", "poisson", "quasi-poisson", "poisson-hac"][k % 6]
    gap = np.zeros(n, bool)
    options = {"slope": slope, "confidence": confidence, "model": model}
    if season:
        options.update(season=season, harmonics=harmonics)
    count = model.startswith("p") and model != "prais-winsten" or model == "quasi-poisson"
    transition = 0
    if n - start > 14 and model not in ("newey-west", "poisson-hac") and rng.random() < 0.4:
        transition = int(rng.integers(1, 4))
        options["transition"] = transition
        gap[start:start + transition] = True
    missing = np.zeros(n, bool)
    if model in ("ols", "prais-winsten", "poisson", "quasi-poisson") and start > 10 and n - start - transition > 10:
        missing[int(rng.integers(0, start))] = True
    use = ~(gap | missing)
    times = np.arange(n)[use]
    eta = 0.01 * np.arange(n) + (np.arange(n) >= start) * rng.normal(0, 0.2) + (0.1 * np.sin(2 * np.pi * np.arange(n) / season) if season else 0)
    expected = {}
    if not count:
        far = rng.random() < 0.15
        y = np.round((1e6 if far else rng.choice([0.0, 100.0])) + 10 * eta + ar1(n, 0.3) * rng.choice([0.3, 5.0]), 5)
        # About the mean, so that statsmodels keeps its digits; the intercept is the only coefficient that it moves.
        about = y[use].mean()
        raw, y = y, y - about
        if model == "prais-winsten":
            rho = 0.0
            for _ in range(3000):
                b, cov, r = gls(X[use], y[use], times, rho)
                pairs = np.diff(times) == 1
                new = (r[1:][pairs] @ r[:-1][pairs]) / (r[:-1][pairs] @ r[:-1][pairs])
                if abs(new - rho) < 1e-14:
                    break
                rho = new
            expected["autocorrelation"] = float(rho)
            df = use.sum() - X.shape[1]
        else:
            fit = sm.OLS(y[use], X[use]).fit()
            if model == "newey-west":
                fit = sm.OLS(y[use], X[use]).fit(cov_type="HAC", cov_kwds={"maxlags": int(np.floor(4 * (n / 100) ** (2 / 9))), "use_correction": True}, use_t=True)
            b, cov, df = fit.params, fit.cov_params(), fit.df_resid
            r = fit.resid
            expected["checks"] = {"durbinWatson": float(durbin_watson(r))}
            lags = max(1, min(10, len(r) // 5))
            lb = acorr_ljungbox(r, lags=[lags])
            expected["checks"]["ljungBox"] = {"statistic": float(lb["lb_stat"].iloc[0]), "pValue": float(lb["lb_pvalue"].iloc[0])}
        post = np.arange(n) >= start + transition
        c = (X[post] - X0[post]).sum(0)
        expected["cumulative"] = term(c @ b, math.sqrt(c @ cov @ c), df, confidence)
        expected["counterfactual"] = [None if i < start else {"estimate": float(X0[i] @ b + about)} for i in range(n)]
        given = {"values": plain([None if m else v for v, m in zip(raw, missing)]), "start": start, "options": options}
    else:
        exposure = np.round(rng.uniform(0.5, 3, n) * rng.choice([1.0, 1e4]), 3)
        lam = rng.choice([3.0, 60.0]) * np.exp(eta)
        y = rng.poisson(lam * (rng.gamma(20, 1 / 20, n) if model != "poisson" else 1)).astype(float)
        fit = sm.GLM(y[use], X[use], family=sm.families.Poisson(), offset=np.log(exposure[use]))
        if model == "poisson-hac":
            lag = int(rng.integers(0, 4))
            options.update(model="poisson", lag=lag)
            res = fit.fit(tol=1e-15, maxiter=200, cov_type="HAC", cov_kwds={"maxlags": lag, "use_correction": True})
            df = res.df_resid
        else:
            res = fit.fit(tol=1e-15, maxiter=200, scale="X2" if model == "quasi-poisson" else 1.0)
            df = None if model == "poisson" else res.df_resid
        b, cov = res.params, res.cov_params()
        pearson = ((y[use] - res.fittedvalues) ** 2 / res.fittedvalues).sum() / res.df_resid
        expected["dispersion"] = float(pearson)
        options["exposure"] = exposure.tolist()
        post = np.arange(n) >= start + transition

        def total(beta):
            return float((exposure[post] * (np.exp(X[post] @ beta) - np.exp(X0[post] @ beta))).sum())
        gradient = np.array([(total(b + h) - total(b - h)) / 2e-6 for h in np.eye(len(b)) * 1e-6])
        expected["cumulative"] = {"estimate": total(b)}
        add("cumulativeError", {"values": plain([None if m else v for v, m in zip(y, missing)]), "start": start, "options": options},
            float(math.sqrt(gradient @ cov @ gradient)), within=1e-5)
        expected["rateRatios"] = {"level": {"estimate": float(np.exp(b[2]))}}
        given = {"values": plain([None if m else v for v, m in zip(y, missing)]), "start": start, "options": options}
    names = ["trend", "level"] + (["slope"] if slope else [])
    for j, name in enumerate(names):
        expected[name] = term(b[j + 1], math.sqrt(cov[j + 1, j + 1]), df, confidence)
    if not slope:
        expected["slope"] = None
    add("interruptedTimeSeries", given, expected, within=1e-7 if count else 1e-7 if far else 2e-9, near=1e-10)

# --- state space: filter and smoother against statsmodels ------------------------------------------------------------

for k in range(36):
    n = int(rng.integers(14, 70))
    season = [None, 4, 7, None][k % 4]
    drift = bool(k % 3 == 1)
    p = [0, 1, 2][k % 3]
    x = np.round(rng.normal(size=(n, p)), 3)
    y = np.round(5 + np.cumsum(rng.normal(0, 0.2, n)) + rng.normal(0, 1, n) + (x.sum(1) if p else 0), 4)
    if season:
        y += np.tile(np.arange(season), n // season + 1)[:n]
    if k % 2:
        y[int(rng.integers(0, n))] = np.nan
        y[0 if k % 4 == 1 else n - 1] = np.nan
    irregular, level = float(rng.choice([0.5, 1, 2])), float(rng.choice([0.0, 0.01, 0.5]))
    spec = dict(irregular=True, level=True, stochastic_level=True, trend=drift, stochastic_trend=False)
    mod = UnobservedComponents(y, exog=x if p else None, seasonal=season, stochastic_seasonal=False, mle_regression=False,
                               use_exact_diffuse=True, **spec)
    res = mod.smooth([irregular, level])
    Z = mod["design"]
    Z = Z if Z.ndim == 3 else np.repeat(Z[:, :, None], n, axis=2)
    state, var = res.smoothed_state, res.smoothed_state_cov
    signal = [float(Z[0, :, t] @ state[:, t]) for t in range(n)]
    deviation = [math.sqrt(max(0, float(Z[0, :, t] @ var[:, :, t] @ Z[0, :, t]))) for t in range(n)]
    given = {"model": {"hasDrift": drift, "season": season, "regressors": x.tolist()}, "values": plain(y.tolist()),
             "variances": {"irregular": irregular, "level": level, "weight": None}}
    add("filterSeries", given, {"logLikelihood": float(mod.loglike([irregular, level]))}, within=1e-8)
    add("smoothSeries", given, [{"level": float(state[0, t]), "levelDeviation": math.sqrt(var[0, 0, t]), "signal": signal[t], "signalDeviation": deviation[t]} for t in range(n)], within=1e-6, near=1e-8)

# --- state space: forecast by kriging --------------------------------------------------------------------------------

for k in range(40):
    n = int(rng.integers(24, 70))
    start = int(rng.integers(16, n - 4))
    season = [None, 4, None, 3][k % 4]
    drift = bool(k % 5 == 1)
    p = [0, 1, 2, 0][k % 4]
    penalty = float([0, 0, 3][k % 3]) if p else 0.0
    regs = np.round(rng.normal(size=(p, n)), 3)
    scale = float(rng.choice([1.0, 50.0]))
    y = scale * (5 + np.cumsum(rng.normal(0, rng.choice([0.05, 0.5]), n)) + rng.normal(0, 1, n) + (regs.sum(0) if p else 0) + (np.arange(n) >= start) * 2)
    if season:
        y = y + scale * np.tile(np.arange(season), n // season + 1)[:n]
    y = np.round(y, 4)
    missing = np.zeros(n, bool)
    if k % 2:
        missing[5] = True
        missing[start + 1] = True
    confidence = float(rng.choice([0.8, 0.95]))
    options = {"confidence": confidence, "drift": drift, "penalty": penalty, "regressors": regs.tolist()}
    if season:
        options["season"] = season
    fixed = None
    if k % 6 == 0:
        options["level"] = "causal-impact"
        fixed = 0.01 * np.std(y[:start][~missing[:start]], ddof=1)
    t = np.arange(n)
    X = [np.ones(n)] + ([t.astype(float)] if drift else [])
    if season:
        X += [(t % season == j).astype(float) - (t % season == season - 1) for j in range(season - 1)]
    R = np.array([(r - r[:start].mean()) / r[:start].std(ddof=1) for r in regs]).T if p else np.zeros((n, 0))
    if penalty == 0:
        X += list(R.T)
    X = np.column_stack(X)
    old = (t < start) & ~missing
    walk = np.minimum(t[:, None], t[None, :]) + 1.0

    def covariance(share):
        C = share * walk + (1 - share) * np.eye(n)
        return C + (R @ R.T / penalty if penalty > 0 else 0)

    def profile(share):
        C = covariance(share)[np.ix_(old, old)]
        L = linalg.cho_factor(C)
        Xo = X[old]
        A = Xo.T @ linalg.cho_solve(L, Xo)
        b = np.linalg.solve(A, Xo.T @ linalg.cho_solve(L, y[old]))
        r = y[old] - Xo @ b
        q = r @ linalg.cho_solve(L, r)
        m = old.sum() - X.shape[1]
        logdet = 2 * np.log(np.diag(L[0])).sum() + np.linalg.slogdet(A)[1]
        s2 = q / m if fixed is None else fixed**2 / share
        return m * math.log(s2) + logdet + q / s2, s2, b, A, m

    grid = np.concatenate([[0.0] if fixed is None else [], np.geomspace(1e-9, 1 - 1e-9, 400), [1.0]])
    values = [profile(s)[0] for s in grid]
    at = int(np.argmin(values))
    share = grid[at]
    if 0 < at < len(grid) - 1:
        found = optimize.minimize_scalar(lambda s: profile(s)[0], bracket=None, bounds=(grid[at - 1], grid[at + 1]), method="bounded", options={"xatol": 1e-12})
        share = found.x
    new = t >= start
    shown = ~missing[new]

    def krige(share):
        _, s2, b, A, m = profile(share)
        C = covariance(share)
        K = np.linalg.solve(C[np.ix_(old, old)], C[np.ix_(old, new)]).T
        mean = X[new] @ b + K @ (y[old] - X[old] @ b)
        D = X[new] - K @ X[old]
        return mean, s2 * (C[np.ix_(new, new)] - K @ C[np.ix_(old, new)] + D @ np.linalg.solve(A, D.T)), s2, m

    _, _, s2, m = krige(share)
    q = t_quantile((1 + confidence) / 2, m)
    averaged = k % 2 == 1 and fixed is None
    if averaged:
        # Moments over the posterior of the level's share, its cube root uniform beforehand.
        u = (np.arange(40) + 0.5) / 40
        misfit = np.array([profile(v**3)[0] for v in u])
        w = np.exp((misfit.min() - misfit) / 2)
        w /= w.sum()
        parts = [krige(v**3)[:2] for v in u]
        mean = sum(wi * mi for wi, (mi, _) in zip(w, parts))
        V = sum(wi * (Vi + np.outer(mi - mean, mi - mean)) for wi, (mi, Vi) in zip(w, parts))
    else:
        if fixed is None:
            options["level"] = "estimated"
        mean, V = krige(share)[:2]
    effect = (y[new] - mean)[shown]
    se = math.sqrt(V[np.ix_(shown, shown)].sum())
    total = float(effect.sum())
    expected = {
        "cumulative": {"estimate": total, "standardError": se, "low": total - q * se, "high": total + q * se},
        "periods": [{"predicted": {"estimate": float(mean[i]), "standardError": math.sqrt(V[i, i])}} for i in range(new.sum())],
        "fit": {"irregular": float((1 - share) * s2), "degreesOfFreedom": int(m)},
    }
    add("forecastImpact", {"values": plain([None if g else v for v, g in zip(y, missing)]), "start": start, "options": options}, expected, within=2e-5, near=1e-7)

print(json.dumps({"madeBy": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__}, "cases": cases}, allow_nan=False))
