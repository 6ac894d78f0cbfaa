import { gridReader } from '#lib/sheet/grid-reader.ts'
import type { DateOrder } from '#lib/sheet/period-of.ts'
import { type GridSite, meansOf, type SheetGrid } from '#lib/sheet/sheet-grid.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { gridMappingOf } from '#product/sheet/mapping-of.ts'
import { readWith } from '#product/sheet/sheet-store.ts'
import type { BodyOf } from '../plan-body.ts'
import type { FiguresPart } from '../trial-figures.ts'
import { designReading, type Readable } from './design-reading.ts'
import { partMerger, type Values } from './merge-parts.ts'
import { moreColumnsOf, moreSites } from './more-columns.ts'
import { keyOf, type Ordered } from './place-in.ts'

type Schedule = Pick<BodyOf<'switchback'>, 'sites' | 'schedule'>

/** The same places with the change on and off, by a schedule. */
export const switchbackReading = designReading<'switchback', SheetGrid>({
  read: (db, id, { columns, ...plan }) => {
    const mapping = gridMappingOf(columns, moreColumnsOf(plan))
    return readWith(db, id, (header, options) => gridReader(header, mapping, options), columns)
  },
  settle(grid, plan, door) {
    // What has a figure before a plan is made is history: the schedule begins after it.
    const said = grid.periods.map((_, place) => isSaid(grid, place))
    // Looking back, what the table says nothing of at either end is no part of the schedule.
    const from = door === 'look-back' ? Math.max(0, said.indexOf(true)) : firstPlanned(grid)
    const [first, last] = [grid.periods[from], grid.periods[Math.max(from, said.lastIndexOf(true))]]
    if (!first || !last) throw refused('plan.no-schedule')
    const schedule = { from: first.label, to: last.label }
    const sites = grid.sites.map((site) => ({ name: site.name, on: stretchesOf(site, grid, from) }))
    refuseOneState(grid, from)
    refuseCutWindows(grid, plan, from)
    return { sites, schedule }
  },
  merger: switchbackMerger,
})

function hasFigure({ sites }: SheetGrid, place: number): boolean {
  return sites.some(({ value }) => (value.counts[place] ?? 0) > 0)
}

/** The first period after the history that is said to be on or off; the one after the history where none is. */
function firstPlanned(grid: SheetGrid): number {
  const after = 1 + grid.periods.findLastIndex((_, place) => hasFigure(grid, place))
  const said = grid.periods.findIndex((_, place) => place >= after && isSaid(grid, place))
  return said < 0 ? after : said
}

/** Whether the table says of any site that the change is on or off. */
function isSaid({ sites }: SheetGrid, place: number): boolean {
  return sites.some(({ states }) => (states[place] ?? 0) !== 0)
}

/** The periods with the change on, each stretch by its first and last. @throws {Problem} when a period says both. */
function stretchesOf({ name, states }: GridSite, { periods }: SheetGrid, from: number): { from: string; to: string }[] {
  const both = states.indexOf(3)
  if (both >= 0) throw refused('sheet.problem.both-states', { site: name, period: periods[both]?.label ?? '' })
  const stretches: { from: string; to: string }[] = []
  let isOn = false
  for (let place = from; place < periods.length; place++) {
    const label = periods[place]?.label ?? ''
    const last = stretches.at(-1)
    const isNext = states[place] === 1
    if (isNext && isOn && last) last.to = label
    else if (isNext) stretches.push({ from: label, to: label })
    isOn = isNext
  }
  return stretches
}

/** @throws {Problem} when the change is never on, or never off: then there is nothing to compare. */
function refuseOneState({ sites, periods }: SheetGrid, from: number): void {
  const states = sites.flatMap((site) => [...site.states.slice(from, periods.length)])
  if (!states.includes(1)) throw refused('plan.never-on')
  if (!states.includes(2)) throw refused('plan.never-off')
}

/** @throws {Problem} when a site switches inside a window, so that the length of the windows cannot be right. */
function refuseCutWindows({ sites, periods }: SheetGrid, { windowLength }: Readable<'switchback'>, from: number): void {
  for (const { name, states } of sites)
    for (let start = from; start < periods.length; start += windowLength) {
      const inside = new Set(states.slice(start, start + windowLength))
      if (!inside.has(1) || !inside.has(2)) continue
      const message = 'plan.window-cut'
      const values = { site: name, period: periods[start]?.label ?? '', length: windowLength }
      throw new Problem('bad-input', message, values, [{ pointer: '#/windowLength', message, values }])
    }
}

/** Puts the sheets of a switchback together. When the change was to be on is the plan's, whatever a sheet says. */
export function switchbackMerger(
  plan: Schedule & Pick<BodyOf<'switchback'>, 'guardrails' | 'control' | 'also' | 'columns'>,
) {
  const { sites, columns } = plan
  const planned = new Map(sites.map((site) => [site.name, site]))
  const merger = partMerger([...planned.keys()], 1 + moreColumnsOf(plan).length)
  let dateOrder: DateOrder | null = null

  function add(grid: SheetGrid): void {
    dateOrder ??= grid.dateOrder
    const more = grid.sites[0]?.also.map((_, at) => grid.sites.map(({ also }) => meansOf(also[at] ?? noFigures))) ?? []
    merger.add({
      ...grid,
      names: grid.sites.map(({ name }) => name),
      tables: [grid.sites.map(({ value, denominator }) => meansOf(value, denominator)), ...more],
      since: grid.periods.length,
      regrouped: grid.sites.flatMap((site) => (disagrees(site, grid) ? [site.name] : [])),
    })
  }

  function disagrees({ name, states }: GridSite, grid: SheetGrid): boolean {
    const site = planned.get(name)
    if (!site) return false
    const on = onOf(site, plan, grid)
    return states.some((state, place) => state !== 0 && (on[place] ?? null) !== null && state !== (on[place] ? 1 : 2))
  }

  function finish(): FiguresPart<'switchback'> {
    const { tables, ...merged } = merger.finish()
    const ordered: Ordered = { ...merged, dateOrder: columns.dateOrder ?? dateOrder ?? 'day-first' }
    const on = sites.map((site) => onOf(site, plan, ordered))
    const siteOf = (values: Values, at: number) => ({ name: sites[at]?.name ?? '', values, on: on[at] ?? [] })
    const [main = [], ...more] = tables
    const first = merged.periods.findIndex((_, place) => on.some((site) => site[place] === true))
    return {
      ...merged,
      since: first < 0 ? merged.periods.length : first,
      sites: main.map(siteOf),
      ...moreSites(more, plan, siteOf),
    }
  }

  return { add, finish }
}

/** Of each period whether the change was to be on; null outside of the schedule. */
function onOf({ on }: Schedule['sites'][number], { schedule }: Pick<Schedule, 'schedule'>, ordered: Ordered): Planned {
  const spanOf = ({ from, to }: { from: string; to: string }) => ({
    from: keyOf(from, ordered) ?? Number.POSITIVE_INFINITY,
    to: keyOf(to, ordered) ?? Number.NEGATIVE_INFINITY,
  })
  const whole = spanOf(schedule)
  const spans = on.map(spanOf)
  const isIn = (span: { from: number; to: number }, key: number) => span.from <= key && key <= span.to
  return ordered.periods.map(({ key }) => (isIn(whole, key) ? spans.some((span) => isIn(span, key)) : null))
}

type Planned = (boolean | null)[]

const noFigures = { sums: new Float64Array(0), counts: new Uint32Array(0) }

type Refusal = 'plan.no-schedule' | 'plan.never-on' | 'plan.never-off' | 'sheet.problem.both-states'

function refused(message: Refusal, values: Record<string, string> = {}): Problem {
  return new Problem('bad-input', message, values, [{ pointer: '#/columns/treated', message, values }])
}
