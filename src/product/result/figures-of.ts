import { csvLine } from '#platform/anywhere/csv.ts'
import { isChangedAt } from '#product/plan/changed-at.ts'
import { rowsBehind, rowsOfUnit } from '#product/plan/plan-store.ts'
import type { SplitFigures, TrialFigures } from '#product/plan/trial-figures.ts'
import type { ResultFigure } from './result-api.ts'

type Asked = { site?: string | undefined; from?: number }
type SeriesFigures = Exclude<TrialFigures, SplitFigures>

/** How many figures a trial holds, those that are missing included; of one site or unit, or of all. */
export function countFigures(figures: TrialFigures, site?: string): number {
  const isAsked = ({ name }: { name: string }) => site === undefined || name === site
  if (figures.design === 'split') return figures.units.filter(isAsked).length
  return figures.sites.filter(isAsked).length * figures.periods.length
}

/** The figures of a trial from the `from`-th on: site by site and period by period, or unit by unit. */
export function* figuresOf(figures: TrialFigures, { site, from = 0 }: Asked = {}): Generator<ResultFigure> {
  let place = -1
  for (const figure of figures.design === 'split' ? unitsOf(figures, site) : seriesOf(figures, site)) {
    place++
    if (place >= from) yield figure()
  }
}

/** Each as a promise of its rows, which are looked up only when somebody wants them. */
function* seriesOf(figures: SeriesFigures, wanted: string | undefined): Generator<() => ResultFigure> {
  const { periods, since } = figures
  const guardrails: { values: (number | null)[] }[][] = figures.guardrails
  for (const [at, site] of figures.sites.entries()) {
    if (wanted !== undefined && site.name !== wanted) continue
    for (const [period, { label }] of periods.entries())
      yield () => ({
        site: site.name,
        group: groupOf(site, period),
        period: label,
        time: timeOf(site, period, since),
        value: site.values[period] ?? null,
        denominator: 'denominators' in site ? (site.denominators?.[period] ?? null) : null,
        guardrails: guardrails.map((sites) => sites[at]?.values[period] ?? null),
        ...behindOf(rowsBehind(figures, at, period)),
      })
  }
}

function* unitsOf(figures: SplitFigures, wanted: string | undefined): Generator<() => ResultFigure> {
  const { units, arms } = figures
  for (const [at, { name, arm, value, denominator, guardrails }] of units.entries()) {
    if (wanted !== undefined && name !== wanted) continue
    yield () => ({
      site: name,
      group: arm === arms.treated ? 'treated' : 'comparison',
      period: '',
      time: 'after',
      value,
      denominator,
      guardrails,
      ...behindOf(rowsOfUnit(figures, at)),
    })
  }
}

type AnySite = SeriesFigures['sites'][number]

function groupOf(site: AnySite, period: number): ResultFigure['group'] {
  if ('on' in site) return site.on[period] === true ? 'treated' : 'comparison'
  if ('start' in site) return site.start === null ? 'comparison' : 'treated'
  return 'treated' in site && !site.treated ? 'comparison' : 'treated'
}

/** Sites without the change share the time of those that have it. */
function timeOf(site: AnySite, period: number, since: number): ResultFigure['time'] {
  if ('on' in site) return (site.on[period] ?? null) === null ? 'before' : 'after'
  return isChangedAt({ ...site, treated: true }, period, since) ? 'after' : 'before'
}

function behindOf(behind: ReturnType<typeof rowsBehind>): Pick<ResultFigure, 'sheet' | 'rows' | 'rowCount'> {
  return {
    sheet: behind && { id: behind.sheet.id, name: behind.sheet.name },
    rows: behind?.rows ?? [],
    rowCount: behind?.count ?? 0,
  }
}

/**
 * The figures as a CSV file, in pieces: every site and period once, or every unit, so that `ratchet analyse` takes it as
 * it is and comes to the same numbers. Of a pilot `treated` names the group; of other designs whether the change was
 * there, and `start` when it came.
 */
export function* csvOf(figures: TrialFigures): Generator<string> {
  const { metric, guardrails } = figures.plan.body
  const names = ['site', 'period', 'treated', metric.name, ...guardrails.map(({ name }) => name)]
  yield csvLine([...unique(names), ...moreNames[figures.design], 'time', 'sheet', 'rows'])
  const periods = figures.design === 'split' ? 1 : figures.periods.length
  let piece = ''
  let place = -1
  for (const figure of figuresOf(figures)) {
    place++
    const { site, group, period, time, value, sheet, rows, rowCount } = figure
    const more = rowCount > rows.length ? ' …' : ''
    piece += csvLine([
      site,
      period,
      group === 'treated' ? 1 : 0,
      value,
      ...figure.guardrails,
      ...moreOf(figures, Math.floor(place / periods), place % periods),
      time,
      sheet?.name ?? null,
      rows.length > 0 ? rows.join(' ') + more : null,
    ])
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

/** What else a design's figures are made of. */
const moreNames: Record<TrialFigures['design'], readonly string[]> = {
  pilot: [],
  staggered: ['start', 'weight'],
  switchback: [],
  'before-after': ['denominator'],
  split: ['denominator', 'arm', 'pre', 'received'],
}

function moreOf(figures: TrialFigures, at: number, period: number): (string | number | null)[] {
  switch (figures.design) {
    case 'staggered': {
      const site = figures.sites[at]
      const start = site?.start ?? null
      return [start === null ? null : (figures.periods[start]?.label ?? null), site?.weights?.[period] ?? null]
    }
    case 'before-after':
      return [figures.sites[at]?.denominators?.[period] ?? null]
    case 'split': {
      const unit = figures.units[at]
      return [unit?.denominator ?? null, unit?.arm ?? null, unit?.pre ?? null, unit?.received ?? null]
    }
    default:
      return []
  }
}

/** A guardrail may be called as the metric is, or as a column of ours. */
function unique(names: readonly string[]): string[] {
  const taken = new Set(['time', 'sheet', 'rows', ...Object.values(moreNames).flat()])
  return names.map((name) => {
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
    taken.add(free)
    return free
  })
}
