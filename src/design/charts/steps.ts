import type { Scale } from './scale.ts'
import { place, type Values } from './series.ts'

/**
 * The path of a level that belongs to whole periods: flat over each, a step between two. Over a period without a value the
 * level before it goes on; each stretch of `breaks` begins anew.
 * @param breaks First places of stretches that are not joined to the one before.
 */
export function stepPath(values: Values, x: Scale, y: Scale, breaks: readonly number[] = []): string {
  const starts = new Set(breaks)
  const [left, right] = [(at: number) => place(x(Math.max(0, at - 0.5))), (at: number) => place(x(at))]
  const last = values.length - 1
  let path = ''
  let level: number | null = null
  values.forEach((value, at) => {
    if (starts.has(at)) level = null
    if (value === null) return
    const height = place(y(value))
    if (level === null) path += `M${left(at)} ${height}`
    else if (height !== level) path += `H${left(at)}V${height}`
    level = height
    const next = values[at + 1]
    // Written only where the level ends: a straight limit over a hundred periods is two points.
    if (at === last || starts.has(at + 1) || next === undefined || next === null)
      path += `H${at === last ? right(at) : right(at + 0.5)}`
  })
  return path
}

/** A diamond about a place: the mark of what asks for attention. */
export function diamondPath(x: number, y: number, reach: number): string {
  return `M${place(x)} ${place(y - reach)}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}Z`
}
