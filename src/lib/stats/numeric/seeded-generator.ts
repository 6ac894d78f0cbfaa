/** A stream of pseudo-random draws that is the same on every machine for the same seed. */
export interface Generator {
  /** A whole number in [0, 2^32). */
  uint32(): number
  /**
   * A whole number in [0, n), each equally likely (no modulo bias).
   * @throws {RangeError} when `n` is not a whole number in 1..2^32.
   */
  below(n: number): number
  /** A number in [0, 1) with 53 random bits. */
  uniform(): number
  /** A draw from the standard normal distribution. */
  normal(): number
}

const TWO_32 = 0x1_0000_0000

/**
 * A generator of draws for simulation and permutation (xoshiro128**, seeded by splitmix64; period 2^128 - 1).
 *
 * Never for tokens, keys or anything that somebody might want to guess: the stream can be computed from a few draws.
 *
 * @param seed Whole number in 0..2^53 - 1. The same seed gives the same draws for ever: results are stored with it.
 * @throws {RangeError} when the seed is not such a number.
 * @see Blackman & Vigna (2021), "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), and
 *   their advice to fill the state by splitmix64 (Steele, Lea & Flood 2014).
 */
export function seededGenerator(seed: number): Generator {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed must be in 0..2^53 - 1, got ${seed}`)
  return generatorFrom(stateFrom(BigInt(seed)))
}

/**
 * The generator at a given state of four 32-bit words, not all zero: what `seededGenerator` runs on.
 *
 * @throws {RangeError} when all four words are zero: the stream would be zero for ever.
 */
export function generatorFrom(state: readonly [number, number, number, number]): Generator {
  let [a, b, c, d] = state.map((word) => word | 0) as [number, number, number, number]
  if ((a | b | c | d) === 0) throw new RangeError('the state must not be all zero')

  function uint32(): number {
    const scrambled = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return scrambled
  }

  function below(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > TWO_32) throw new RangeError(`n must be in 1..2^32, got ${n}`)
    // Draws at or above the largest multiple of n would favour the small numbers: draw again.
    const limit = TWO_32 - (TWO_32 % n)
    let draw = uint32()
    while (draw >= limit) draw = uint32()
    return draw % n
  }

  function uniform(): number {
    return ((uint32() >>> 5) * 0x400_0000 + (uint32() >>> 6)) / 0x20_0000_0000_0000
  }

  /** Marsaglia's polar method; the second of each pair is not kept, so that a draw depends on the state alone. */
  function normal(): number {
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
    }
  }

  return { uint32, below, uniform, normal }
}

/**
 * `values` in random order, each order equally likely. The input is not changed.
 *
 * @see Fisher & Yates (1938); Durstenfeld (1964), ACM Algorithm 235.
 */
export function shuffled<T>(values: readonly T[], generator: Generator): T[] {
  const order = [...values]
  for (let last = order.length - 1; last > 0; last--) {
    const pick = generator.below(last + 1)
    const held = order[last] as T
    order[last] = order[pick] as T
    order[pick] = held
  }
  return order
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

/** Two draws of splitmix64, cut into four words. Equal neighbours among seeds give unrelated states. */
function stateFrom(seed: bigint): [number, number, number, number] {
  const first = splitMix(BigInt.asUintN(64, seed + 0x9e3779b97f4a7c15n))
  const second = splitMix(BigInt.asUintN(64, seed + 2n * 0x9e3779b97f4a7c15n))
  return [low(first), high(first), low(second), high(second)]
}

function splitMix(state: bigint): bigint {
  let z = state
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n)
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn)
  return z ^ (z >> 31n)
}

function low(word: bigint): number {
  return Number(word & 0xffff_ffffn)
}

function high(word: bigint): number {
  return Number(word >> 32n)
}
