"""Linear algebra at 60 digits by mpmath : normal equations, eigenvalues, inverses; its own quadrature for integrals."""
import json
import random

import mpmath
import numpy
from mpmath import mp, mpf

mp.dps = 60
draw = random.Random(20250102)
cases = []


def add(of, given, expected, within=1e-12, near=1e-300):
    cases.append({"of": of, "given": given, "expected": expected, "within": within, "near": near})


def numbers(vector):
    return [float(value) for value in vector]


def random_matrix(rows, columns, scale=lambda j: 1):
    return [[float("%.6g" % (draw.gauss(0, 1) * scale(j))) for j in range(columns)] for _ in range(rows)]


def least_squares(x, y, condition):
    """The normal equations lose half of the digits; of 60 enough are left."""
    matrix, vector = mpmath.matrix(x), mpmath.matrix(y)
    inverse = (matrix.T * matrix) ** -1
    coefficients = inverse * (matrix.T * vector)
    residuals = vector - matrix * coefficients
    hat = matrix * inverse * matrix.T
    size = max(abs(value) for value in coefficients)
    spread = max(abs(value) for value in residuals)
    add("leastSquares", {"x": x, "y": y}, {"coefficients": numbers(coefficients)}, condition * 1e-15, float(size) * condition * 1e-16)
    add("leastSquares", {"x": x, "y": y}, {
        "residuals": numbers(residuals),
        "leverages": numbers(hat[i, i] for i in range(len(x))),
        "inverse": {"values": {str(i * len(x[0]) + j): float(inverse[i, j]) for i in range(len(x[0])) for j in range(len(x[0]))}},
    }, max(1e-11, condition * 2e-15), float(spread) * max(1e-10, condition * 1e-15))


def fits():
    longley = [
        [60323, 83, 234289, 2356, 1590, 107608, 1947], [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
        [60171, 88.2, 258054, 3682, 1616, 109773, 1949], [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
        [63221, 96.2, 328975, 2099, 3099, 112075, 1951], [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
        [64989, 99, 365385, 1870, 3547, 115094, 1953], [63761, 100, 363112, 3578, 3350, 116219, 1954],
        [66019, 101.2, 397469, 2904, 3048, 117388, 1955], [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
        [68169, 108.4, 442769, 2936, 2798, 120445, 1957], [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
        [68655, 112.6, 482704, 3813, 2552, 123366, 1959], [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
        [69331, 115.7, 518173, 4806, 2572, 127852, 1961], [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ]
    least_squares([[1, *row[1:]] for row in longley], [row[0] for row in longley], 1e5)
    # The columns of a Hilbert matrix: condition 1.5e7 with 6 of them.
    least_squares([[1 / (i + j + 1) for j in range(6)] for i in range(10)], [draw.gauss(0, 1) for _ in range(10)], 1.5e7)
    # A trend of instants of 1e9 seconds beside an intercept.
    least_squares([[1, 1e9 + i] for i in range(12)], [draw.gauss(0, 1) for _ in range(12)], 1e9)
    for _ in range(12):
        rows, columns = draw.randrange(6, 14), draw.randrange(1, 5)
        scales = [10 ** draw.uniform(-6, 6) for _ in range(columns)]
        x = random_matrix(rows, columns, lambda j: scales[j])
        y = [draw.gauss(0, 1) for _ in range(rows)]
        least_squares(x, y, 100)


def eigens():
    matrices = [[[1 / (i + j + 1) for j in range(8)] for i in range(8)]]
    matrices.append([[float(min(i, j) + 1) for j in range(12)] for i in range(12)])
    matrices.append([[float(abs(i - j)) for j in range(10)] for i in range(10)])
    for _ in range(15):
        n = draw.randrange(2, 11)
        half = random_matrix(n, n)
        matrices.append([[half[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)])
    for rows in matrices:
        values = numbers(sorted(mpmath.eigsy(mpmath.matrix(rows), eigvals_only=True)))
        largest = max(abs(value) for value in values)
        add("symmetricEigen", rows, {"values": values}, 1e-13, largest * 2e-15)


def inverses():
    matrices = [[[1 / (i + j + 1) for j in range(5)] for i in range(5)]]
    matrices += [random_matrix(n, n, lambda j: 10.0 ** (2 * j)) for n in range(1, 9)]
    for rows in matrices:
        matrix = mpmath.matrix(rows)
        inverse = matrix**-1
        size = len(rows)
        condition = float(mpmath.mnorm(matrix, 1) * mpmath.mnorm(inverse, 1))
        add("inverseOf", rows, {"values": {str(i * size + j): float(inverse[i, j]) for i in range(size) for j in range(size)}}, condition * 1e-15, float(mpmath.mnorm(inverse, 1)) * 1e-14)


def positives():
    for n in range(1, 9):
        root = random_matrix(n + 2, n)
        rows = (numpy.array(root).T @ numpy.array(root)).tolist()
        rows = [[rows[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]
        right = random_matrix(1, n)[0]
        matrix = mpmath.matrix(rows)
        condition = float(mpmath.mnorm(matrix, 1) * mpmath.mnorm(matrix**-1, 1))
        solved = mpmath.lu_solve(matrix, mpmath.matrix(right))
        add("solvePositive", {"a": rows, "b": right}, numbers(solved), condition * 1e-15)
        lower = mpmath.cholesky(matrix)
        add("cholesky", rows, {"values": {str(i * n + j): float(lower[i, j]) for i in range(n) for j in range(i + 1)}}, condition * 1e-15)


def co_moments():
    for offset in (0, 1e3, 1e9, -1e9):
        for count in (2, 5, 40):
            x = [offset + draw.gauss(0, 1) for _ in range(count)]
            y = [-offset + draw.gauss(0, 1) + value - offset for value in x]
            mean_x, mean_y = mpmath.fsum(map(mpf, x)) / count, mpmath.fsum(map(mpf, y)) / count
            add("coMomentsOf", {"x": x, "y": y}, {
                "count": count, "meanX": float(mean_x), "meanY": float(mean_y),
                "sumXX": float(mpmath.fsum((mpf(v) - mean_x) ** 2 for v in x)),
                "sumYY": float(mpmath.fsum((mpf(v) - mean_y) ** 2 for v in y)),
                "sumXY": float(mpmath.fsum((mpf(v) - mean_x) * (mpf(w) - mean_y) for v, w in zip(x, y))),
            }, max(1e-13, abs(offset) * 1e-14))


def integrals():
    for name, f, low, high in (
        ("bell", lambda x: mpmath.exp(-x * x / 2), "-inf", 1.5),
        ("waves", lambda x: mpmath.cos(7 * x) * mpmath.exp(-x), 0, "inf"),
        ("heavy", lambda x: 1 / (1 + x * x), "-inf", "inf"),
        ("root", lambda x: mpmath.sqrt(x), 0, 2),
        ("logarithm", lambda x: mpmath.log(x), 0, 1),
    ):
        add("integrate", {"name": name, "low": low, "high": high}, float(mpmath.quad(f, [mpf(low), 0, 1, mpf(high)] if low == "-inf" else [mpf(low), 1, 5, mpf(high)] if high == "inf" else [mpf(low), mpf(high)])), 1e-11)


for family in (fits, eigens, inverses, positives, co_moments, integrals):
    family()
print(json.dumps({"madeBy": {"mpmath": mpmath.__version__, "numpy": numpy.__version__}, "cases": cases}))
