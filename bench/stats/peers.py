# The jobs of bench/stats by scipy and statsmodels, in milliseconds each: printed as one JSON object.
import json
import time

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.tsa.statespace.structural import UnobservedComponents


def time_of(job, least=0.2):
    job()
    calls = 1
    while True:
        begun = time.perf_counter()
        for _ in range(calls):
            job()
        took = time.perf_counter() - begun
        if took >= least or calls > 1_000_000:
            return 1_000 * took / calls
        calls *= 2


rng = np.random.default_rng(1)
a, b = rng.normal(size=100), rng.normal(size=100)
treated, others = rng.normal(size=10), rng.normal(size=10)
t = np.arange(200)
series = np.cumsum(0.1 * rng.normal(size=200)) + np.sin(2 * np.pi * t / 12) + rng.normal(size=200)


def permuted():
    stats.permutation_test(
        (treated, others), lambda x, y, axis: x.mean(axis) - y.mean(axis), vectorized=True, n_resamples=np.inf
    )


print(
    json.dumps(
        {
            "welch from moments": time_of(lambda: stats.ttest_ind_from_stats(1.1, 1.0, 100, 1.0, 1.0, 100, False)),
            "welch from 2 x 100 values": time_of(lambda: stats.ttest_ind(a, b, equal_var=False)),
            "shares, score interval": time_of(
                lambda: confint_proportions_2indep(125, 1000, 100, 1000, method="score", compare="diff")
            ),
            "exact permutation, 10 against 10": time_of(permuted),
            "local level with season, 200 points": time_of(
                lambda: UnobservedComponents(series, "llevel", seasonal=12).fit(disp=False)
            ),
        }
    )
)
