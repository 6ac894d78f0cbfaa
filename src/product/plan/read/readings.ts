import type { Design } from '../plan-body.ts'
import { beforeAfterReading } from './before-after-figures.ts'
import type { DesignReading } from './design-reading.ts'
import { pilotReading } from './pilot-figures.ts'
import { splitReading } from './split-figures.ts'
import { staggeredReading } from './staggered-figures.ts'
import { switchbackReading } from './switchback-figures.ts'

/** How the sheets of each design are read. */
export const readings: { readonly [D in Design]: DesignReading<D> } = {
  split: splitReading,
  pilot: pilotReading,
  staggered: staggeredReading,
  switchback: switchbackReading,
  'before-after': beforeAfterReading,
}
