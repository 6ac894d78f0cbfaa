/**
 * How long one call takes, in ms: the median of `turns` batches, each long enough (20 ms) for the clock. What it gives is
 * added up, so that no call can be optimised away.
 */
export function timeOf(once: () => number, turns = 9): number {
  let kept = 0
  let calls = 1
  const batch = () => {
    const begun = performance.now()
    for (let call = 0; call < calls; call += 1) kept += once()
    return performance.now() - begun
  }
  // What runs often gets compiled: a server's numbers, not a first call's.
  for (let spent = 0; spent < 200; ) spent += batch()
  for (let took = batch(); took < 20; took = batch()) calls *= 2
  const times = Array.from({ length: turns }, () => batch() / calls).sort((a, b) => a - b)
  if (!Number.isFinite(kept)) throw new Error('a number got lost')
  return times[times.length >> 1] ?? Number.NaN
}

export function written(ms: number): string {
  if (ms < 0.1) return `${(1_000 * ms).toPrecision(3)} µs`
  return ms < 1_000 ? `${ms.toPrecision(3)} ms` : `${(ms / 1_000).toPrecision(3)} s`
}
