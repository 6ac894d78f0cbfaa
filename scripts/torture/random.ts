/** A source of random choices that gives the same ones for the same seed. */
export interface Random {
  /** At least 0, below 1. */
  share(): number
  between(low: number, high: number): number
  /** Whole, at least 0, below `count`. */
  below(count: number): number
  /** True in this share of the cases. */
  chance(share: number): boolean
  pick<T>(options: readonly [T, ...T[]]): T
  /** A source of its own, so that who draws first changes nothing for the others. */
  branch(): Random
}

/** @see the generator "mulberry32" by Tommy Ettinger: 32 bits of state, good enough to choose what to break. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const random: Random = {
    share: () => next() / 2 ** 32,
    between: (low, high) => low + random.share() * (high - low),
    below: (count) => Math.floor(random.share() * count),
    chance: (share) => random.share() < share,
    pick: (options) => options[random.below(options.length)] ?? options[0],
    branch: () => randomFrom(next()),
  }
  return random
}
