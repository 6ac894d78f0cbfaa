import { formatDay, formatNumber, formatShare } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Design } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'
import { bodies, type PlanBody } from '../plan-body.ts'
import { methodsOf } from './methods-of.ts'

/** What a plan settles beside its headline, of any design: as a draft has it, or as it was frozen. */
export type Settled = Partial<Pick<DraftBody, Part>> & { segments: readonly string[] }

/** In the order of the page. */
const parts = [
  'startsOn',
  'endsOn',
  'runsFor',
  'stops',
  'windowLength',
  'blockWindows',
  'carryOver',
  'transition',
  'season',
  'slope',
  'together',
  'quantile',
  'shares',
  'control',
  'method',
  'draw',
] as const
type Part = (typeof parts)[number]

export interface Particular {
  term: string
  value: string
}

/** The particulars of a plan in words: of parts that its design has, those that somebody said or that work by themselves. */
export function particularsOf(design: Design, settled: Settled, language: Language): Particular[] {
  const shape: Record<string, unknown> = bodies[design].shape
  const said = parts.flatMap((part) => {
    const value = part in shape ? say(part, settled, design, language) : null
    return value === null ? [] : [{ term: t(`plan.body.${part}`), value }]
  })
  const segments = design === 'split' ? settled.segments : []
  return segments.length === 0 ? said : [...said, { term: t('plan.segments'), value: segments.join(', ') }]
}

function say(part: Part, settled: Settled, design: Design, language: Language): string | null {
  const { startsOn, endsOn, runsFor, stops, shares, control, quantile, together, method, slope } = settled
  switch (part) {
    case 'startsOn':
      return startsOn ? formatDay(startsOn, language) : null
    case 'endsOn':
      return endsOn ? formatDay(endsOn, language) : null
    case 'runsFor':
      return runsFor ? t(design === 'split' ? 'plan.runs-units' : 'plan.runs-periods', { count: runsFor }) : null
    case 'stops':
      return stops ? stopsText(stops) : null
    case 'shares':
      return shares ? t('plan.shares-said', shares) : null
    case 'control':
      return control?.column ? control.name : null
    case 'quantile':
      return quantile ? formatShare(quantile, language) : null
    case 'together':
      return together ? t(`plan.together.${together}`) : null
    case 'slope':
      return slope === undefined ? null : t(slope ? 'plan.yes' : 'plan.no')
    case 'method': {
      const named = methodsOf(design).find((one) => one === method)
      return named ? t(`plan.method.${named}`) : t('plan.method-by-rule')
    }
    case 'draw':
      return settled.draw ?? null
    default: {
      const count = settled[part]
      return typeof count === 'number' ? formatNumber(count, language) : null
    }
  }
}

function stopsText(stops: PlanBody['stops']): string {
  const rules = (['harm', 'futility', 'success'] as const).filter((rule) => stops[rule])
  return rules.length === 0 ? t('plan.stop.never') : rules.map((rule) => t(`plan.stop.${rule}`)).join('; ')
}
