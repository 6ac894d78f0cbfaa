/** The families of rules. See the table in `README.md` of this folder for what each looks at. */
export type RuleSet = 'nhs' | 'western-electric' | 'nelson' | 'anhoej' | 'outside'

export type ChartRule =
  | 'outside'
  | 'shift'
  | 'trend'
  | 'two-of-three'
  | 'four-of-five'
  | 'alternating'
  | 'hugging'
  | 'avoiding'
  | 'long-run'
  | 'few-crossings'

export interface ChartSignal {
  rule: ChartRule
  /** On which side, or which way; null for patterns without one. */
  direction: 'above' | 'below' | 'rising' | 'falling' | null
  /** Position of the first and of the last point of the pattern. */
  from: number
  to: number
  /** How many points are part of it: fewer than `to - from + 1` where points between are not. */
  count: number
}

/** The usable points of one phase, in order, as a rule sees them. */
export interface Sequence {
  /** Where each stands in the chart. */
  positions: Int32Array
  values: Float64Array
  /** -1 below the centre line, 0 on it, 1 above. */
  sides: Int8Array
  /** How many whole sigmas from the middle, with sign, at most 3: 2 is "beyond two, not beyond three". */
  zones: Int8Array
  /** False: zones mean nothing, and the rules that read them are silent. */
  hasLimits: boolean
  /** Anhoej's limits for this phase. */
  longestRunLimit: number | null
  fewestCrossings: number | null
}

type Mark = (index: number, rule: ChartRule) => void
type Test = (sequence: Sequence, mark: Mark) => ChartSignal[]

const outside: Test = ({ positions, zones, hasLimits }, mark) => {
  const signals: ChartSignal[] = []
  if (!hasLimits) return signals
  for (let i = 0; i < zones.length; i++) {
    const zone = zones[i] ?? 0
    if (zone !== 3 && zone !== -3) continue
    mark(i, 'outside')
    signals.push(signal('outside', zone > 0 ? 'above' : 'below', positions, i, i, 1))
  }
  return signals
}

/** Each set, as its authors give it. */
const TESTS: Record<RuleSet, readonly Test[]> = {
  nhs: [outside, shift(7), trend(7), kOfN('two-of-three', 2, 3, 2)],
  'western-electric': [outside, kOfN('two-of-three', 2, 3, 2), kOfN('four-of-five', 4, 5, 1), shift(8)],
  nelson: [
    outside,
    shift(9),
    trend(6),
    alternating(14),
    kOfN('two-of-three', 2, 3, 2),
    kOfN('four-of-five', 4, 5, 1),
    zoneRun('hugging', 15, (zone) => zone === 0),
    zoneRun('avoiding', 8, (zone) => zone !== 0),
  ],
  anhoej: [longRun, fewCrossings],
  outside: [outside],
}

/**
 * Every pattern of the rule set in one phase; `mark` is called for every point that is part of one.
 *
 * A point on the centre line ends a run (NHS, Western Electric, Nelson) or counts for nothing (Anhoej); equal
 * neighbours end a trend. "Two of three beyond" includes points outside the limits; the third point is not marked.
 *
 * @see Western Electric (1956), Statistical Quality Control Handbook, 25-28; Nelson (1984), Journal of Quality
 *   Technology 16, 237-239; NHS England, Making data count; Anhoej & Olesen (2014), PLoS ONE 9, e113825.
 */
export function findSignals(rules: RuleSet, sequence: Sequence, mark: Mark): ChartSignal[] {
  return TESTS[rules].flatMap((test) => test(sequence, mark))
}

/** `least` points in a row for which `kindAt` gives the same kind other than 0. */
function runs(
  length: number,
  least: number,
  kindAt: (index: number) => number,
  found: (first: number, last: number, kind: number) => void,
): void {
  let first = 0
  let kind = 0
  for (let i = 0; i <= length; i++) {
    const here = i < length ? kindAt(i) : 0
    if (i < length && here === kind) continue
    if (kind !== 0 && i - first >= least) found(first, i - 1, kind)
    first = i
    kind = here
  }
}

function shift(least: number): Test {
  return ({ positions, sides }, mark) => {
    const signals: ChartSignal[] = []
    runs(
      sides.length,
      least,
      (i) => sides[i] ?? 0,
      (first, last, side) => {
        for (let i = first; i <= last; i++) mark(i, 'shift')
        signals.push(signal('shift', side > 0 ? 'above' : 'below', positions, first, last, last - first + 1))
      },
    )
    return signals
  }
}

/** Steps from point to point: step i leads to point i + 1. */
function stepAt(values: Float64Array, index: number): number {
  return Math.sign((values[index + 1] ?? 0) - (values[index] ?? 0))
}

function trend(least: number): Test {
  return ({ positions, values }, mark) => {
    const signals: ChartSignal[] = []
    runs(
      Math.max(0, values.length - 1),
      least - 1,
      (i) => stepAt(values, i),
      (first, last, way) => {
        for (let i = first; i <= last + 1; i++) mark(i, 'trend')
        signals.push(signal('trend', way > 0 ? 'rising' : 'falling', positions, first, last + 1, last - first + 2))
      },
    )
    return signals
  }
}

function alternating(least: number): Test {
  return ({ positions, values }, mark) => {
    const signals: ChartSignal[] = []
    // Up and down in turn is a constant sign once every other step is turned round.
    runs(
      Math.max(0, values.length - 1),
      least - 1,
      (i) => (i % 2 === 0 ? stepAt(values, i) : -stepAt(values, i)),
      (first, last) => {
        for (let i = first; i <= last + 1; i++) mark(i, 'alternating')
        signals.push(signal('alternating', null, positions, first, last + 1, last - first + 2))
      },
    )
    return signals
  }
}

function kOfN(rule: 'two-of-three' | 'four-of-five', k: number, n: number, beyond: number): Test {
  return ({ positions, zones, hasLimits }, mark) => {
    const signals: ChartSignal[] = []
    if (!hasLimits) return signals
    for (const side of [1, -1]) {
      // The last k points beyond on this side: a signal whenever they stand within n.
      const recent: number[] = []
      let current: ChartSignal | null = null
      let marked = -1
      for (let i = 0; i < zones.length; i++) {
        if ((zones[i] ?? 0) * side < beyond) continue
        recent.push(i)
        if (recent.length > k) recent.shift()
        const first = recent[0] ?? 0
        if (recent.length < k || i - first >= n) continue
        // A window that shares a point with the last one is the same signal, going on.
        if (current === null || first > marked) {
          current = signal(rule, side > 0 ? 'above' : 'below', positions, first, i, 0)
          signals.push(current)
        }
        for (const member of recent)
          if (member > marked) {
            mark(member, rule)
            current.count += 1
          }
        current.to = positions[i] ?? 0
        marked = i
      }
    }
    return signals
  }
}

function zoneRun(rule: 'hugging' | 'avoiding', least: number, isPart: (zone: number) => boolean): Test {
  return ({ positions, zones, hasLimits }, mark) => {
    const signals: ChartSignal[] = []
    if (!hasLimits) return signals
    runs(
      zones.length,
      least,
      (i) => (isPart(zones[i] ?? 0) ? 1 : 0),
      (first, last) => {
        for (let i = first; i <= last; i++) mark(i, rule)
        signals.push(signal(rule, null, positions, first, last, last - first + 1))
      },
    )
    return signals
  }
}

/** Positions of the points off the centre line. */
function usefulOf({ sides }: Sequence): number[] {
  const useful: number[] = []
  for (let i = 0; i < sides.length; i++) if (sides[i] !== 0) useful.push(i)
  return useful
}

function longRun(sequence: Sequence, mark: Mark): ChartSignal[] {
  const signals: ChartSignal[] = []
  const { positions, sides, longestRunLimit } = sequence
  if (longestRunLimit === null) return signals
  const useful = usefulOf(sequence)
  runs(
    useful.length,
    longestRunLimit + 1,
    (i) => sides[useful[i] ?? 0] ?? 0,
    (first, last, side) => {
      for (let i = first; i <= last; i++) mark(useful[i] ?? 0, 'long-run')
      const [from, to] = [useful[first] ?? 0, useful[last] ?? 0]
      signals.push(signal('long-run', side > 0 ? 'above' : 'below', positions, from, to, last - first + 1))
    },
  )
  return signals
}

/** About the phase as a whole: no single point is marked. */
function fewCrossings(sequence: Sequence): ChartSignal[] {
  const { positions, sides, fewestCrossings } = sequence
  if (fewestCrossings === null) return []
  const { crossings } = countRuns(sides)
  if (crossings >= fewestCrossings) return []
  return [signal('few-crossings', null, positions, 0, positions.length - 1, positions.length)]
}

/** How long the longest run on one side is, and how often the centre line is crossed. Points on it are passed over. */
export function countRuns(sides: Int8Array): { useful: number; longestRun: number; crossings: number } {
  let [useful, longestRun, crossings, length, last] = [0, 0, 0, 0, 0]
  for (const side of sides) {
    if (side === 0) continue
    useful += 1
    if (side !== last && last !== 0) crossings += 1
    length = side === last ? length + 1 : 1
    last = side
    if (length > longestRun) longestRun = length
  }
  return { useful, longestRun, crossings }
}

function signal(
  rule: ChartRule,
  direction: ChartSignal['direction'],
  positions: Int32Array,
  first: number,
  last: number,
  count: number,
): ChartSignal {
  return { rule, direction, from: positions[first] ?? 0, to: positions[last] ?? 0, count }
}
