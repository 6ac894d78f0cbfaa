import { type Doubt, type DoubtCode, doubtCodes } from './measurement.ts'

/** Places shown of one kind. */
const shown = 20
/** Characters of a cell that a sentence has room for. */
const textShown = 60

/** Counts what is doubtful while rows pass, and keeps the first places of each kind. */
export interface DoubtTally {
  add(code: DoubtCode, place: Doubt['places'][number]): void
  count(code: DoubtCode): number
  list(): Doubt[]
}

export function doubtTally(): DoubtTally {
  const doubts = new Map<DoubtCode, Doubt>()
  return {
    add(code, { row, column, text }) {
      const doubt = doubts.get(code) ?? { code, count: 0, places: [] }
      doubt.count++
      if (doubt.places.length < shown) doubt.places.push({ row, column, text: short(text) })
      doubts.set(code, doubt)
    },
    count: (code) => doubts.get(code)?.count ?? 0,
    list: () => doubtCodes.flatMap((code) => doubts.get(code) ?? []),
  }
}

function short(text: string | null): string | null {
  if (text === null) return null
  // A JSON column refuses half of a character.
  return (text.length > textShown ? `${text.slice(0, textShown - 1)}…` : text).toWellFormed()
}
