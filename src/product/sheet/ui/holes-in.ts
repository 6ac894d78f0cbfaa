import type { SheetDoubt, SheetPreview } from '../sheet.ts'

export interface Holes extends Pick<SheetPreview, 'filled' | 'places'> {
  /** The column of the figure. */
  column: string | null
}

/** Every pair of site and period without a figure, counted once: no row, or rows without a number. */
export type MissingFigures = {
  count: number
  places: number
  noRow: number
  cell: number
  /** The first pair without a row. */
  site: string
  period: string
  /** The first cell without a number; its text is empty where nothing stands in it. */
  row: number
  text: string
}

/** Takes what the doubts say of missing figures together, in the numbers that stand under the picture. */
export function holesIn(
  doubts: readonly SheetDoubt[],
  { filled, places, column }: Holes,
): { missing: MissingFigures | null; others: SheetDoubt[] } {
  const count = places - filled
  if (count <= 0) return { missing: null, others: [...doubts] }
  const gaps = doubts.find(({ code }) => code === 'gaps')
  const noRow = Math.min(count, Number(gaps?.values['places'] ?? 0))
  // With several rows for a pair a cell may be missing and the figure is there: then the cells are told by themselves.
  const isCell = ({ code, places: [first] }: SheetDoubt) =>
    (code === 'missing-values' || code === 'text-in-numbers') && first?.column === column
  const cell = count - noRow
  const cells = cell > 0 ? doubts.filter(isCell) : []
  const [first] = cells.flatMap((doubt) => doubt.places.slice(0, 1)).sort((a, b) => a.row - b.row)
  return {
    missing: {
      count,
      places,
      noRow,
      cell,
      site: String(gaps?.values['site'] ?? ''),
      period: String(gaps?.values['period'] ?? ''),
      row: first?.row ?? 0,
      text: first?.text ?? '',
    },
    others: doubts.filter((doubt) => doubt !== gaps && !cells.includes(doubt)),
  }
}
