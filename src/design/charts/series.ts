import { fitText, spread, textWidth, wrapText } from './label.ts'
import type { Scale } from './scale.ts'

/** A value for each period; null where there is none. */
export type Values = readonly (number | null)[]

/** The path of a line, broken where a value is missing. Empty when no two neighbours are there. */
export function linePath(values: Values, x: Scale, y: Scale): string {
  let path = ''
  let drawing = false
  values.forEach((value, index) => {
    if (value === null) {
      drawing = false
      return
    }
    path += `${drawing ? 'L' : 'M'}${place(x(index))} ${place(y(value))}`
    drawing = true
  })
  return path
}

/** The ground between two lines, broken where either is missing. */
export function bandPath(low: Values, high: Values, x: Scale, y: Scale): string {
  const stretches: { index: number; low: number; high: number }[][] = [[]]
  high.forEach((top, index) => {
    const bottom = low[index] ?? null
    if (top === null || bottom === null) stretches.push([])
    else stretches.at(-1)?.push({ index, low: bottom, high: top })
  })
  return stretches
    .filter((stretch) => stretch.length > 1)
    .map((stretch) => {
      const at = (index: number, value: number) => `${place(x(index))} ${place(y(value))}`
      const there = stretch.map((each) => at(each.index, each.high)).join('L')
      const back = stretch
        .toReversed()
        .map((each) => at(each.index, each.low))
        .join('L')
      return `M${there}L${back}Z`
    })
    .join('')
}

/** Places of values whose neighbours are both missing: a line cannot show them, a dot can. */
export function loners(values: Values): number[] {
  return values.flatMap((value, index) => {
    const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null
    return value !== null && alone ? [index] : []
  })
}

/** The last value that is there, with its place. */
export function lastOf(values: Values): { index: number; value: number } | null {
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const value = values[index]
    if (value !== undefined && value !== null) return { index, value }
  }
  return null
}

/** At most `most` of many, evenly chosen, always the same ones. */
export function evenly<Thing>(things: readonly Thing[], most: number): readonly Thing[] {
  if (things.length <= most) return things
  return Array.from({ length: most }, (_, index) => things[Math.floor((index * things.length) / most)]).filter(
    (thing) => thing !== undefined,
  )
}

/** Whether all that sites say is 0 or 1: lines of single ones would be a wall of zigzags. */
export function areYesNo(sites: readonly Values[]): boolean {
  const values = sites.flat().filter((value) => value !== null)
  return values.length > 0 && values.every((value) => value === 0 || value === 1)
}

/** A coordinate with one decimal: finer than a screen, and half as long. */
export function place(value: number): number {
  return Math.round(value * 10) / 10
}

export interface EndLabel {
  key: string
  name: string
  detail: string | undefined
  /** The shortest thing to say behind the name where there is little room. */
  value: string | undefined
  /** Where the line ends. */
  y: number
  /** How high and how low the line runs behind a label that stands inside the picture. */
  near?: readonly [high: number, low: number] | undefined
}

export interface PlacedLabel {
  key: string
  lines: readonly string[]
  /** How many of the lines are the name. */
  names: number
  y: number
}

const line = 16

/** Labels at the right of a wide picture: name above detail, as near to the line's end as the others allow. */
export function labelsBeside(labels: readonly EndLabel[], low: number, high: number, room: number): PlacedLabel[] {
  const blocks = labels.map(({ name, detail }) => {
    const names = wrapText(name, room, true)
    return { names: names.length, lines: detail ? [...names, fitText(detail, room)] : names }
  })
  const most = Math.max(1, ...blocks.map(({ lines }) => lines.length))
  const at = spread(
    labels.map((label) => label.y),
    most * line + 4,
    low,
    high - (most - 1) * line,
  )
  return labels.map(({ key }, index) => {
    const { names = 1, lines = [] } = blocks[index] ?? {}
    // A lone line is centred on its end; with a second one the name itself stands at it.
    return { key, names, lines, y: place((at[index] ?? 0) + (lines.length > 1 ? -2 : 4)) }
  })
}

/** Labels inside a narrow picture: one line each, the upper line's above it, the lower line's below. */
export function labelsInside(labels: readonly EndLabel[], low: number, high: number, room: number): PlacedLabel[] {
  const order = labels.slice().sort((a, b) => a.y - b.y)
  return order.map(({ key, name, value, y, near = [y, y] }, rank) => {
    const above = rank === 0
    const wanted = above ? near[0] - 10 : near[1] + 20
    const words = value ? `${name} ${value}` : name
    const text = textWidth(words, true) <= room ? words : fitText(name, room, true)
    return { key, names: 1, lines: [text], y: place(Math.max(low + 12, Math.min(wanted, high - 6))) }
  })
}

/** How much room the labels beside a picture need. */
export function roomBeside(labels: readonly { name: string; detail?: string | undefined }[], most: number): number {
  const widths = labels.map(({ name, detail }) => Math.max(textWidth(name, true), textWidth(detail ?? '')))
  return Math.min(most, Math.ceil(Math.max(0, ...widths)))
}
