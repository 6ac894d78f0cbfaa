import { z } from 'zod'
import { comparableMeans } from '#lib/stats/pilot/comparable-means.ts'
import { previewOf, SheetPreview } from '#product/sheet/sheet.ts'
import type {
  BeforeAfterFigures,
  SplitFigures,
  StaggeredFigures,
  SwitchbackFigures,
  TrialFigures,
} from './trial-figures.ts'

const Values = z.array(z.number().nullable())

const overTime = {
  rows: z.int().min(0),
  /** As they stand in the sheets, earliest first. */
  periods: z.array(z.string()),
  /** Places of the table of sites and periods that have a figure, of how many. */
  filled: z.int().min(0),
  places: z.int().min(0),
}

const Wave = z.strictObject({
  /** The first period with the change: its place in `periods`, or null where it does not come within them. */
  start: z.int().min(0).nullable(),
  /** As the plan says it; null: never. */
  label: z.string().nullable(),
  count: z.int().min(1),
  /** The first 200. */
  names: z.array(z.string()),
  means: Values,
})

/** The figures of a trial as far as a page shows them, by its design. */
export const PlanPreview = z.discriminatedUnion('design', [
  SheetPreview.omit({ doubts: true }).extend({ design: z.literal('pilot') }),
  z.strictObject({ design: z.literal('staggered'), ...overTime, waves: z.array(Wave) }),
  z.strictObject({
    design: z.literal('switchback'),
    ...overTime,
    /** How many sites, and the first 40 of them; null in `on`: outside of the schedule. */
    count: z.int().min(1),
    sites: z.array(z.strictObject({ name: z.string(), values: Values, on: z.array(z.boolean().nullable()) })),
  }),
  z.strictObject({
    design: z.literal('before-after'),
    ...overTime,
    since: z.int().min(0),
    transition: z.int().min(0),
    /** What is drawn: the value, or what it is over its denominator. */
    values: Values,
    /** The places that are counted together. */
    sites: z.int().min(1),
  }),
  z.strictObject({
    design: z.literal('split'),
    rows: z.int().min(0),
    arms: z.array(
      z.strictObject({
        name: z.string(),
        isTreated: z.boolean(),
        units: z.int().min(0),
        /** Units with a figure, and their mean; over the sum of denominators where there are any. */
        filled: z.int().min(0),
        mean: z.number().nullable(),
      }),
    ),
    otherArms: z.array(z.strictObject({ name: z.string(), units: z.int().min(1) })),
    isPaired: z.boolean(),
  }),
])
export type PlanPreview = z.output<typeof PlanPreview>
export type PreviewOf<D extends PlanPreview['design']> = Extract<PlanPreview, { design: D }>

/** What is shown does not need who froze the plan, only the plan. */
type Shown = TrialFigures extends infer Figures
  ? Figures extends TrialFigures
    ? Omit<Figures, Unshown>
    : never
  : never
type Unshown = 'trial' | 'plan' | 'sheets' | 'doubts' | 'cut'
type Body<D extends TrialFigures['design']> = { plan: { body: Extract<TrialFigures, { design: D }>['plan']['body'] } }

/** Figures of a plan, frozen or about to be. */
export type Previewed = Shown extends infer S ? (S extends Shown ? S & Body<S['design']> : never) : never

export function planPreviewOf(figures: Previewed): PlanPreview {
  switch (figures.design) {
    case 'pilot': {
      const { doubts: _, ...preview } = previewOf(figures, [])
      return { design: 'pilot', ...preview }
    }
    case 'staggered':
      return staggeredPreview(figures)
    case 'switchback':
      return switchbackPreview(figures)
    case 'before-after':
      return seriesPreview(figures)
    case 'split':
      return splitPreview(figures)
  }
}

const namesShown = 200
const linesShown = 40

type Part<D extends Previewed['design']> = Extract<Previewed, { design: D }>

function staggeredPreview(figures: Part<'staggered'>): PlanPreview {
  const { sites, plan, periods } = figures
  const labels = new Map(plan.body.sites.map(({ name, start }) => [name, start]))
  const waves = new Map<string, StaggeredFigures['sites']>()
  for (const site of sites) {
    const label = labels.get(site.name) ?? null
    const key = site.start === null ? `later ${label ?? ''}` : String(site.start)
    waves.set(key, [...(waves.get(key) ?? []), site])
  }
  const order = (start: number | null, label: string | null) =>
    start ?? (label === null ? periods.length + 1 : periods.length)
  return {
    design: 'staggered',
    ...overTimeOf(figures),
    waves: [...waves.values()]
      .map((members) => {
        const [{ start = null, name = '' } = {}] = members
        const label = labels.get(name) ?? null
        const names = members.slice(0, namesShown).map((site) => site.name)
        return { start, label, count: members.length, names, means: meansOf(members, periods.length) }
      })
      .sort((a, b) => order(a.start, a.label) - order(b.start, b.label)),
  }
}

function switchbackPreview(figures: Part<'switchback'>): PlanPreview {
  const sites = figures.sites.slice(0, linesShown).map(({ name, values, on }: SwitchbackFigures['sites'][number]) => {
    return { name, values, on }
  })
  return { design: 'switchback', ...overTimeOf(figures), count: figures.sites.length, sites }
}

function seriesPreview(figures: Part<'before-after'>): PlanPreview {
  const { since, transition, plan } = figures
  const [site] = figures.sites
  const values = site ? drawnOf(site) : []
  return {
    design: 'before-after',
    ...overTimeOf(figures),
    ...{ since, transition, values },
    sites: Math.max(1, plan.body.sites.length),
  }
}

/** A count over what it was counted over, where there is that. */
export function drawnOf({ values, denominators }: Valued & Partial<BeforeAfterFigures['sites'][number]>): Drawn {
  if (!denominators) return values
  return values.map((value, period) => {
    const over = denominators[period] ?? null
    return value === null || !over ? null : value / over
  })
}

function splitPreview({ units, arms, otherArms, rows, kind, plan }: Part<'split'>): PlanPreview {
  const isDivided = kind === 'rate' || kind === 'ratio'
  const armOf = (name: string, isTreated: boolean) => {
    const members = units.filter(({ arm }: SplitFigures['units'][number]) => arm === name)
    const filled = members.filter(({ value }) => value !== null)
    const sum = filled.reduce((total, { value }) => total + (value ?? 0), 0)
    const over = isDivided ? filled.reduce((total, { denominator }) => total + (denominator ?? 0), 0) : filled.length
    return { name, isTreated, units: members.length, filled: filled.length, mean: over > 0 ? sum / over : null }
  }
  return {
    design: 'split',
    rows,
    arms: [armOf(arms.treated, true), armOf(arms.comparison, false)],
    otherArms,
    isPaired: plan.body.isPaired,
  }
}

function overTimeOf({
  rows,
  periods,
  sites,
}: Pick<StaggeredFigures, 'rows' | 'periods'> & { sites: readonly Valued[] }) {
  return {
    rows,
    periods: periods.map(({ label }) => label),
    filled: sites.reduce((sum, { values }) => sum + values.filter((value) => value !== null).length, 0),
    places: sites.length * periods.length,
  }
}

type Drawn = (number | null)[]
interface Valued {
  values: Drawn
}

function meansOf(sites: readonly Valued[], periods: number): (number | null)[] {
  return comparableMeans(
    sites.map(({ values }) => values),
    periods,
  ).map(({ mean }) => mean)
}
