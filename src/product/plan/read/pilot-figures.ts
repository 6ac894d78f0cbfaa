import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { readPanel } from '#product/sheet/sheet-store.ts'
import type { BodyOf } from '../plan-body.ts'
import type { FiguresPart } from '../trial-figures.ts'
import { designReading } from './design-reading.ts'
import { partMerger, type Values } from './merge-parts.ts'
import { moreColumnsOf, moreSites } from './more-columns.ts'

type PlannedSite = BodyOf<'pilot'>['sites'][number]

/** Some sites against others, all from one period on. */
export const pilotReading = designReading<'pilot', SheetPanel>({
  read: (db, id, plan) =>
    readPanel(db, id, { columns: plan.columns, since: plan.since, guardrails: moreColumnsOf(plan) }),
  settle: (panel) => ({ sites: panel.sites.map(({ name, treated }) => ({ name, treated })) }),
  merger: pilotMerger,
})

/**
 * Puts the sheets of a pilot together. The group of a site is the plan's, whatever a sheet says: what was meant to be
 * compared is compared.
 */
export function pilotMerger(plan: {
  sites: readonly PlannedSite[]
  guardrails: BodyOf<'pilot'>['guardrails']
  control: BodyOf<'pilot'>['control']
  also?: BodyOf<'pilot'>['also']
}): { add(panel: SheetPanel): void; finish(): FiguresPart<'pilot'> } {
  const { sites } = plan
  const groups = new Map(sites.map(({ name, treated }) => [name, treated]))
  const others = moreColumnsOf(plan).length
  const merger = partMerger([...groups.keys()], others + 2)
  let hasReceived = false

  function add(panel: SheetPanel): void {
    hasReceived ||= panel.sites.some(({ received }) => received)
    merger.add({
      ...panel,
      names: panel.sites.map(({ name }) => name),
      tables: [panel.sites, ...panel.guardrails.map((guardrail) => guardrail.sites)]
        .map((all) => all.map(({ values }) => values))
        .concat([panel.sites.map(({ received }) => received ?? [])]),
      regrouped: panel.sites.flatMap(({ name, treated }) => (isOther(groups.get(name), treated) ? [name] : [])),
    })
  }

  function finish(): FiguresPart<'pilot'> {
    const { tables, ...merged } = merger.finish()
    const siteOf = (values: Values, at: number) => ({
      name: sites[at]?.name ?? '',
      treated: sites[at]?.treated ?? false,
      values,
    })
    const [main = []] = tables
    const received = hasReceived ? tables.at(-1) : undefined
    return {
      ...merged,
      sites: main.map((values, at) => ({
        ...siteOf(values, at),
        ...(received ? { received: received[at] ?? [] } : {}),
      })),
      ...moreSites(tables.slice(1, 1 + others), plan, siteOf),
    }
  }

  return { add, finish }
}

function isOther(planned: boolean | undefined, said: boolean): boolean {
  return planned !== undefined && planned !== said
}
