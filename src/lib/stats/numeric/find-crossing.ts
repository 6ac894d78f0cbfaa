/**
 * Where a rising function crosses zero between `low` and `high`; an end, where it does not.
 *
 * To the last bits of the place: each step at least halves the bracket over three. A falling function is passed negated.
 *
 * @param rising Continuous, at most 0 below the crossing and at least 0 above it.
 * @see Dowell & Jarratt (1971), BIT 11, 168-174 (the Illinois method), with halving where it stalls.
 */
export function findCrossing(rising: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high]
  let [fa, fb] = [rising(a), rising(b)]
  if (fa >= 0) return a
  if (fb <= 0) return b
  let previous = b - a
  for (let step = 0; step < 200; step++) {
    // Every third step checks that the bracket shrinks, and halves it if not.
    const isSlow = step % 3 === 2 && b - a > 0.3 * previous
    if (step % 3 === 2) previous = b - a
    const guess = isSlow || !Number.isFinite(fa) || !Number.isFinite(fb) ? (a + b) / 2 : b - (fb * (b - a)) / (fb - fa)
    const x = guess > a && guess < b ? guess : (a + b) / 2
    if (x === a || x === b) break
    const fx = rising(x)
    if (fx === 0) return x
    if (fx < 0) {
      a = x
      fa = fx
      fb /= 2
    } else {
      b = x
      fb = fx
      fa /= 2
    }
    if (b - a <= 2 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b))) break
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b
}
