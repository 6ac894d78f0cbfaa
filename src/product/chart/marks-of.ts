import type { Chart, ChartEntry, ChartSignal } from './chart.ts'

/** Signals of one side that share their time: one thing happened, and several rules saw it. */
export interface Mark {
  number: number
  side: 'better' | 'worse' | 'odd'
  /** Places among the points; empty for what is about a whole phase. */
  at: number[]
  fromOn: string
  toOn: string
  /** The one that says most: the longest. */
  main: ChartSignal
  others: ChartSignal[]
}

/** What stands out on a chart, numbered in the order in which it began. */
export function marksOf({ signals }: Pick<Chart, 'signals'>): Mark[] {
  const marks: Mark[] = []
  for (const signal of signals) {
    const side = signal.side ?? 'odd'
    const isWhole = signal.rule === 'few-crossings'
    const at = isWhole ? [] : signal.members
    const open = isWhole ? undefined : marks.findLast((mark) => mark.side === side && mark.at.length > 0)
    if (open && signal.fromOn <= open.toOn) {
      open.at = [...new Set([...open.at, ...at])].sort((a, b) => a - b)
      if (signal.toOn > open.toOn) open.toOn = signal.toOn
      if (signal.count > open.main.count) {
        open.others.push(open.main)
        open.main = signal
      } else open.others.push(signal)
    } else
      marks.push({ number: 0, side, at: [...at], fromOn: signal.fromOn, toOn: signal.toOn, main: signal, others: [] })
  }
  return marks.map((mark, index) => ({ ...mark, number: index + 1 }))
}

/** What people wrote on the periods of a mark. `periodOf` gives the first day of the period that holds a day. */
export function wordsOn(
  mark: Pick<Mark, 'fromOn' | 'toOn'>,
  entries: readonly ChartEntry[],
  periodOf: (on: string) => string,
) {
  return entries.filter(({ kind, on }) => {
    const period = periodOf(on)
    return kind !== 'baseline' && period >= mark.fromOn && period <= mark.toOn
  })
}
