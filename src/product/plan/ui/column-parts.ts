import type { PartOfMap } from '#product/sheet/ui/column-choice.ts'
import type { Design } from '#product/trial/trial.ts'

const denominator: PartOfMap = { part: 'denominator', word: 'denominator', isOptional: true }
const received: PartOfMap = { part: 'received', word: 'received', isOptional: true }
const place: PartOfMap = { part: 'site', word: 'place', isOptional: true }
const site: PartOfMap = { part: 'site', word: 'site' }
const figures: PartOfMap[] = [
  { part: 'period', word: 'period' },
  { part: 'value', word: 'value' },
]

/** Which columns the table of each design must have, and which it may. */
export const columnParts: Record<Design, readonly PartOfMap[]> = {
  pilot: [site, ...figures, { part: 'treated', word: 'treated' }, denominator, received],
  staggered: [
    site,
    ...figures,
    { part: 'start', word: 'start' },
    denominator,
    { part: 'weight', word: 'weight', isOptional: true },
    received,
  ],
  switchback: [place, ...figures, { part: 'treated', word: 'on' }, denominator],
  'before-after': [place, ...figures, denominator],
  split: [
    { part: 'arm', word: 'arm' },
    { part: 'unit', word: 'unit', isOptional: true },
    { part: 'value', word: 'value' },
    denominator,
    { part: 'pre', word: 'pre', isOptional: true },
    received,
  ],
}

/** The designs in which one period is the first with the change for all. */
export function hasSince(design: Design): boolean {
  return design === 'pilot' || design === 'before-after'
}
