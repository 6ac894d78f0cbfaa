import { gridReader } from '#lib/sheet/grid-reader.ts'
import type { DateOrder } from '#lib/sheet/period-of.ts'
import { type GridSite, meansOf, type SheetGrid, sumsOf } from '#lib/sheet/sheet-grid.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { gridMappingOf } from '#product/sheet/mapping-of.ts'
import { readWith } from '#product/sheet/sheet-store.ts'
import type { BodyOf } from '../plan-body.ts'
import type { FiguresPart } from '../trial-figures.ts'
import { designReading } from './design-reading.ts'
import { partMerger, type Values } from './merge-parts.ts'
import { moreColumnsOf, moreSites } from './more-columns.ts'
import { keyOf, type Ordered, placeIn } from './place-in.ts'

type PlannedSite = BodyOf<'staggered'>['sites'][number]

/** Sites that get the change one after another. */
export const staggeredReading = designReading<'staggered', SheetGrid>({
  read: (db, id, { columns, ...plan }) => {
    const mapping = gridMappingOf(columns, moreColumnsOf(plan))
    return readWith(db, id, (header, options) => gridReader(header, mapping, options), columns)
  },
  settle(grid, { columns }, door) {
    if (columns.start.says === 'flag' && door === 'plan-first') throw refused('plan.no-starts-yet')
    const sites = grid.sites.map((site) => ({ name: site.name, start: startOf(site, grid, columns.start.says) }))
    refuseOneStart(sites, grid)
    return { sites }
  },
  merger: staggeredMerger,
})

/** Of a column of texts what it says, of a flag the first period with a yes. @throws {Problem} when it goes off again. */
function startOf({ name, start, states }: GridSite, grid: SheetGrid, says: 'period' | 'flag'): string | null {
  if (says === 'period') {
    if (start !== null && placeIn(start, grid) === null)
      throw refused('plan.no-start', { site: name, start, example: grid.periods[0]?.label ?? '' })
    return start
  }
  const first = states.findIndex((state) => (state & 1) === 1)
  if (first < 0) return null
  const off = states.findIndex((state, place) => place > first && (state & 2) === 2)
  const both = states.indexOf(3)
  if (both >= 0) throw refused('sheet.problem.both-states', { site: name, period: grid.periods[both]?.label ?? '' })
  if (off >= 0) throw refused('sheet.problem.start-ends', { site: name, period: grid.periods[off]?.label ?? '' })
  return grid.periods[first]?.label ?? null
}

/** Sites that all start together show nobody who waits; two spellings of one period are one start. @throws {Problem} `bad-input`. */
export function refuseOneStart(sites: readonly PlannedSite[], ordered: Ordered): void {
  const starts = new Set(sites.map(({ start }) => (start === null ? null : (keyOf(start, ordered) ?? start))))
  if (!sites.some(({ start }) => start !== null)) throw refused('plan.nobody-starts')
  if (starts.size === 1) throw refused('plan.same-start', { start: sites[0]?.start ?? '' })
}

/** Puts the sheets of a roll-out together. The start of a site is the plan's, whatever a sheet says. */
export function staggeredMerger(
  plan: Pick<BodyOf<'staggered'>, 'sites' | 'guardrails' | 'control' | 'also' | 'columns'>,
) {
  const { sites, columns } = plan
  const starts = new Map(sites.map(({ name, start }) => [name, start]))
  const merger = partMerger([...starts.keys()], 3 + moreColumnsOf(plan).length)
  let dateOrder: DateOrder | null = null

  function add(grid: SheetGrid): void {
    dateOrder ??= grid.dateOrder
    const one = (of: (site: GridSite) => Values) => grid.sites.map(of)
    const more = grid.sites[0]?.also.map((_, at) => one(({ also }) => meansOf(also[at] ?? noFigures))) ?? []
    merger.add({
      ...grid,
      names: grid.sites.map(({ name }) => name),
      tables: [
        one(({ value, denominator }) => meansOf(value, denominator)),
        one(({ weight }) => (weight ? sumsOf(weight) : [])),
        one(({ received }) => (received ? meansOf(received) : [])),
        ...more,
      ],
      since: grid.periods.length,
      regrouped: grid.sites.flatMap((site) => (disagrees(site, grid) ? [site.name] : [])),
    })
  }

  function disagrees(site: GridSite, grid: SheetGrid): boolean {
    const planned = starts.get(site.name)
    if (planned === undefined) return false
    const from = planned === null ? grid.periods.length : (placeIn(planned, grid) ?? grid.periods.length)
    if (columns.start.says === 'flag')
      return site.states.some((state, place) => state !== 0 && state !== (place >= from ? 1 : 2))
    return (
      site.start !== planned &&
      (site.start === null || planned === null || keyOf(site.start, grid) !== keyOf(planned, grid))
    )
  }

  function finish(): FiguresPart<'staggered'> {
    const { tables, ...merged } = merger.finish()
    const ordered: Ordered = { ...merged, dateOrder: columns.dateOrder ?? dateOrder ?? 'day-first' }
    const last = merged.periods.length
    const places = sites.map(({ start }) => (start === null ? last : (placeIn(start, ordered) ?? last)))
    const siteOf = (values: Values, at: number) => {
      const start = places[at] ?? last
      return { name: sites[at]?.name ?? '', start: start < last ? start : null, values }
    }
    const [main = [], weights = [], received = [], ...more] = tables
    return {
      ...merged,
      since: Math.min(last, ...places),
      sites: main.map((values, at) => ({
        ...siteOf(values, at),
        // A period without a count has no value either; one keeps it harmless.
        ...(columns.weight
          ? { weights: (weights[at] ?? []).map((weight) => (weight && weight > 0 ? weight : 1)) }
          : {}),
        ...(columns.received ? { received: received[at] ?? [] } : {}),
      })),
      ...moreSites(more, plan, siteOf),
    }
  }

  return { add, finish }
}

const noFigures = { sums: new Float64Array(0), counts: new Uint32Array(0) }

type Refusal =
  | 'plan.no-starts-yet'
  | 'plan.no-start'
  | 'plan.nobody-starts'
  | 'plan.same-start'
  | 'sheet.problem.both-states'
  | 'sheet.problem.start-ends'

function refused(message: Refusal, values: Record<string, string> = {}): Problem {
  return new Problem('bad-input', message, values, [{ pointer: '#/columns/start', message, values }])
}
