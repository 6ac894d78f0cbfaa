import type { PlanId } from '#product/plan/plan.ts'
import type { BodyOf, Design } from '#product/plan/plan-body.ts'
import type {
  BeforeAfterFigures,
  PilotFigures,
  PilotSite,
  SeriesSite,
  SplitFigures,
  SplitUnit,
  StaggeredFigures,
  StaggeredSite,
  SwitchbackFigures,
  SwitchbackSite,
  TrialFigures,
} from '#product/plan/trial-figures.ts'
import type { TrialId } from '#product/trial/trial.ts'

const trialId = '00000000-0000-4000-8000-000000000001' as TrialId

/** What a test settles of a plan; the rest is as plain as can be. */
type Settled<D extends Design> = Partial<Omit<BodyOf<D>, 'metric'>> & { metric?: Partial<BodyOf<D>['metric']> }

function bodyOf(settled: Settled<Design>) {
  return {
    question: 'Does it help?',
    worthHaving: null,
    guardrails: [],
    sheetId: '00000000-0000-4000-8000-000000000002',
    isRandomised: false,
    draw: null,
    chosen: null,
    startsOn: null,
    endsOn: null,
    stops: { harm: false, futility: false, success: false, looks: 'weekly' },
    forecasts: [],
    seed: 1,
    ...settled,
    metric: {
      id: '00000000-0000-4000-8000-000000000003',
      ...{ name: 'Sales', unit: 'boxes', better: 'higher', kind: 'mean', ...settled.metric },
    },
  }
}

/** A plan frozen before its data, unless a test says otherwise, around figures made by hand. */
function figuresWith<Figures extends TrialFigures>(
  design: Figures['design'],
  own: Record<string, unknown>,
  settled: Settled<Design>,
  isAfterData: boolean,
): Figures {
  return {
    design,
    trial: { id: trialId },
    plan: {
      id: '00000000-0000-4000-8000-000000000004' as PlanId,
      ...{ trialId, version: 1, isAfterData, body: { design, ...bodyOf(settled) } },
    },
    ...{ sheets: [], doubts: [], cut: 'cut' },
    ...own,
  } as unknown as Figures
}

const overTime = (sites: readonly { values: readonly unknown[] }[], since: number, labels?: readonly string[]) => ({
  sites,
  guardrails: [],
  periods: Array.from({ length: sites[0]?.values.length ?? 0 }, (_, at) => ({
    label: labels?.[at] ?? String(at + 1),
    key: at,
  })),
  periodKind: 'number',
  ...{ since, rows: 0, origins: [], slots: new Int32Array(), strangers: [], regrouped: [] },
})

interface Made {
  isAfterData?: boolean
  periods?: readonly string[]
}

export function pilotFigures(
  sites: PilotSite[],
  since: number,
  settled: Settled<'pilot'> = {},
  { isAfterData = false, periods }: Made = {},
): PilotFigures {
  return figuresWith(
    'pilot',
    overTime(sites, since, periods),
    { since: String(since + 1), method: null, ...settled } as Settled<Design>,
    isAfterData,
  )
}

export function staggeredFigures(
  sites: StaggeredSite[],
  settled: Settled<'staggered'> = {},
  { isAfterData = false, periods }: Made = {},
): StaggeredFigures {
  const since = Math.min(...sites.map(({ start }) => start ?? Infinity))
  return figuresWith(
    'staggered',
    overTime(sites, since, periods),
    { method: null, ...settled } as Settled<Design>,
    isAfterData,
  )
}

export function switchbackFigures(
  sites: SwitchbackSite[],
  settled: Settled<'switchback'> = {},
  { isAfterData = false, periods }: Made = {},
): SwitchbackFigures {
  const plan = { windowLength: 1, blockWindows: 2, carryOver: 0, ...settled }
  return figuresWith('switchback', overTime(sites, 0, periods), plan as Settled<Design>, isAfterData)
}

export function seriesFigures(
  site: SeriesSite,
  since: number,
  settled: Settled<'before-after'> = {},
  { isAfterData = false, periods }: Made = {},
): BeforeAfterFigures {
  const plan = { since: String(since + 1), slope: true, season: null, method: null, ...settled }
  return figuresWith(
    'before-after',
    { ...overTime([site], since, periods), transition: settled.transition ?? 0 },
    plan as Settled<Design>,
    isAfterData,
  )
}

export function splitFigures(
  units: (Pick<SplitUnit, 'arm' | 'value'> & Partial<SplitUnit>)[],
  arms: SplitFigures['arms'],
  settled: Settled<'split'> = {},
  { isAfterData = false, segments }: Made & { segments?: string[] } = {},
): SplitFigures {
  const plan = { isPaired: false, shares: null, quantile: null, arms, ...settled }
  return figuresWith(
    'split',
    {
      ...{ arms, kind: settled.metric?.kind ?? 'mean', otherArms: [], rows: units.length },
      ...(segments ? { segments } : {}),
      units: units.map((unit, at) => ({
        ...{ name: String(at + 1), denominator: null, pre: null, received: null, guardrails: [], rows: 1, ...unit },
      })),
    },
    plan as Settled<Design>,
    isAfterData,
  )
}
