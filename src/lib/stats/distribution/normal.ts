const SQRT_TWO_PI = 2.5066282746310002
const HALF_LOG_TWO_PI = 0.9189385332046728

/** The density of the standard normal distribution at `z`. 0 beyond |z| of about 38.6. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_TWO_PI
}

/** The share of a standard normal distribution below `z`, in [0, 1]. Relative error about 1e-15 in both tails. */
export function normalCdf(z: number): number {
  return normalUpperTail(-z)
}

// Rational approximations of Cody for three ranges of |z|.
const CENTRE_TOP = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356]
const CENTRE_BOTTOM = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const SIDE_TOP = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388375, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const SIDE_BOTTOM = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
]
const FAR_TOP = [
  0.02307344176494017, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
]
const FAR_BOTTOM = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
]

/**
 * The share of a standard normal distribution above `z`, in [0, 1].
 *
 * Relative error about 1e-15 out to z = 38, where `1 - normalCdf(z)` would have no digits left.
 *
 * @see Cody (1969), Mathematics of Computation 23, 631-637; Cody (1993), ACM Algorithm 715.
 */
export function normalUpperTail(z: number): number {
  const size = Math.abs(z)
  if (size <= 0.67448975) {
    const square = z * z
    return 0.5 - z * ratio(CENTRE_TOP, CENTRE_BOTTOM, square)
  }
  const tail = size <= 5.656854249492381 ? ratio(SIDE_TOP, SIDE_BOTTOM, size) : farRatio(size)
  const outside = splitExponential(size) * tail
  return z > 0 ? outside : 1 - outside
}

/** The natural logarithm of `normalDensity`: finite where the density is 0. */
export function normalLogDensity(z: number): number {
  return -0.5 * z * z - HALF_LOG_TWO_PI
}

/** The natural logarithm of the share below `z`. See `normalLogUpperTail`. */
export function normalLogCdf(z: number): number {
  return normalLogUpperTail(-z)
}

/**
 * The natural logarithm of the share above `z`, at most 0.
 *
 * Relative error about 1e-15, also far beyond z = 38, where the share itself is too small for a number.
 */
export function normalLogUpperTail(z: number): number {
  if (z > 5.656854249492381) return -0.5 * z * z + Math.log(farRatio(z))
  return z > 0 ? Math.log(normalUpperTail(z)) : Math.log1p(-normalUpperTail(-z))
}

/** `(1/sqrt(2π) - correction) / z`: what the density is multiplied by, far out. */
function farRatio(z: number): number {
  const inverseSquare = 1 / (z * z)
  return (1 / SQRT_TWO_PI - inverseSquare * ratio(FAR_TOP, FAR_BOTTOM, inverseSquare)) / z
}

/** `exp(-z²/2)` without the rounding of z²: z is split at 1/16, as Cody does. */
function splitExponential(z: number): number {
  const coarse = Math.trunc(z * 16) / 16
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (z - coarse) * (z + coarse))
}

const NEAR_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
]
const NEAR_BOTTOM = [
  5226.495278852545, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
]
const TAIL_TOP = [
  7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
]
const TAIL_BOTTOM = [
  1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
]
const EXTREME_TOP = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
]
const EXTREME_BOTTOM = [
  2.0442631033899397e-15, 1.4215117583164459e-7, 1.8463183175100548e-5, 7.868691311456133e-4, 0.014875361290850615,
  0.13692988092273581, 0.599832206555888, 1,
]

/**
 * The `z` below which a share `p` of a standard normal distribution lies.
 *
 * Relative error about 1e-15. For an upper tail pass the small tail itself and change the sign: `-normalQuantile(tail)`
 * keeps digits that `normalQuantile(1 - tail)` has lost.
 *
 * @param p Share in (0, 1).
 * @throws {RangeError} when `p` is outside (0, 1).
 * @see Wichura (1988), Applied Statistics 37, 477-484, algorithm AS 241 (PPND16).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must be in (0, 1), got ${p}`)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(NEAR_TOP, NEAR_BOTTOM, 0.180625 - q * q)
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const z = r <= 5 ? ratio(TAIL_TOP, TAIL_BOTTOM, r - 1.6) : ratio(EXTREME_TOP, EXTREME_BOTTOM, r - 5)
  return q < 0 ? -z : z
}

/** Two polynomials in `x`, highest power first, divided. */
function ratio(top: readonly number[], bottom: readonly number[], x: number): number {
  return polynomial(top, x) / polynomial(bottom, x)
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
