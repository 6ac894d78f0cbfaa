/** Nodes of the 15-point Kronrod rule on [0, 1], largest first, the centre last; the odd ones are Gauss's. */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.20778495500789848, 0,
]
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
]
const GAUSS = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694]

export interface Integral {
  value: number
  /** What the two rules differ by, in all: an upper estimate of the error, in the unit of the value. */
  error: number
  evaluations: number
}

export interface IntegralOptions {
  /** Ends when the error is at most this share of the value; default 1e-12. */
  tolerance?: number
  /** Ends as well when the error is at most this; default 0. */
  absolute?: number
  /** Into how many parts the range may be cut; default 500. The error says when that was too few. */
  parts?: number
}

interface Part {
  from: number
  to: number
  value: number
  error: number
}

/**
 * The integral of `f` from low to high, either of which may be infinite: adaptive Gauss-Kronrod, 15 points a part.
 *
 * f is never asked at the ends. Cut the range where f has a kink or a narrow peak, and add up: a peak between all
 * of the first points is not seen.
 *
 * @throws {RangeError} when low or high is not a number, or f gives NaN or Infinity.
 * @see Piessens et al. (1983), QUADPACK, QAG; Kahaner, Moler & Nash (1989) for the infinite ranges.
 */
export function integrate(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-12, absolute = 0, parts: most = 500 }: IntegralOptions = {},
): Integral {
  if (Number.isNaN(low) || Number.isNaN(high))
    throw new RangeError(`low and high must be numbers, got ${low} and ${high}`)
  if (low === high) return { value: 0, error: 0, evaluations: 0 }
  if (low > high) {
    const turned = integrate(f, high, low, { tolerance, absolute, parts: most })
    return { ...turned, value: -turned.value }
  }
  const { mapped, from, to } = onFiniteRange(f, low, high)
  const parts = [ruleOn(mapped, from, to)]
  let { value, error } = parts[0] as Part
  while (parts.length < most && error > Math.max(absolute, tolerance * Math.abs(value))) {
    const worst = parts.reduce((most, part, i) => (part.error > (parts[most] as Part).error ? i : most), 0)
    const { from: left, to: right } = parts[worst] as Part
    const middle = left + (right - left) / 2
    if (!(middle > left && middle < right)) break
    parts.splice(worst, 1, ruleOn(mapped, left, middle), ruleOn(mapped, middle, right))
    value = parts.reduce((sum, part) => sum + part.value, 0)
    error = parts.reduce((sum, part) => sum + part.error, 0)
  }
  return { value, error, evaluations: 15 * (2 * parts.length - 1) }
}

function onFiniteRange(f: (x: number) => number, low: number, high: number) {
  if (Number.isFinite(low) && Number.isFinite(high)) return { mapped: f, from: low, to: high }
  // x = end +- t / (1 - t) brings half a line to (0, 1); a whole one is folded at 0.
  const half = (start: number, sign: number) => (t: number) => f(start + (sign * t) / (1 - t)) / ((1 - t) * (1 - t))
  if (Number.isFinite(low)) return { mapped: half(low, 1), from: 0, to: 1 }
  if (Number.isFinite(high)) return { mapped: half(high, -1), from: 0, to: 1 }
  const [right, left] = [half(0, 1), half(0, -1)]
  return { mapped: (t: number) => right(t) + left(t), from: 0, to: 1 }
}

function ruleOn(f: (x: number) => number, from: number, to: number): Part {
  const half = (to - from) / 2
  const middle = from + half
  let kronrod = 0
  let gauss = 0
  NODES.forEach((node, i) => {
    const sum = node === 0 ? f(middle) : f(middle - half * node) + f(middle + half * node)
    if (!Number.isFinite(sum)) throw new RangeError(`the function has no finite value near ${middle - half * node}`)
    kronrod += (KRONROD[i] as number) * sum
    if (i % 2 === 1) gauss += (GAUSS[(i - 1) / 2] as number) * sum
  })
  return { from, to, value: half * kronrod, error: Math.abs(half * (kronrod - gauss)) }
}
