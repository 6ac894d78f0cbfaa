import { addPeriods } from '#product/measurement/period.ts'
import type { PlanBody } from '../plan-body.ts'
import { yes } from './assignment.ts'
import type { MeasuredTable } from './measured-table.ts'

/** What the plan says of each site and period, as its own table says it: whatever happens later, it is written the same. */
export function plannedCells(body: PlanBody): MeasuredTable['cellOf'] {
  switch (body.design) {
    case 'pilot': {
      const treated = new Set(body.sites.flatMap((site) => (site.treated ? [site.name] : [])))
      return (name) => yes(treated.has(name))
    }
    case 'staggered': {
      const starts = new Map(body.sites.map(({ name, start }) => [name, start ?? '']))
      return (name) => starts.get(name) ?? ''
    }
    case 'switchback': {
      const on = new Map(body.sites.map((site) => [site.name, site.on]))
      const { from, to } = body.schedule
      return (name, period) => {
        if (period < from || period > to) return ''
        return yes((on.get(name) ?? []).some((stretch) => stretch.from <= period && period <= stretch.to))
      }
    }
    case 'before-after':
    case 'split':
      return null
  }
}

/** The periods that outcomes are expected for by now, up to the last that is over. */
export function expectedOns(
  { outcomesOn, every }: { outcomesOn: string; every: Parameters<typeof addPeriods>[1] },
  lastOver: string,
  most: number,
): string[] {
  const ons: string[] = []
  for (let on = outcomesOn; on <= lastOver && ons.length < most; on = addPeriods(on, every, 1)) ons.push(on)
  return ons
}
