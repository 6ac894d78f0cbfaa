import { formatDay, formatNumber, formatShare } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Design, Trial } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'
import { bodies, type PlanBody } from '../plan-body.ts'
import { methodsOf } from './methods-of.ts'

/** What a plan settles beside its headline, of any design: as a draft has it, or as it was frozen. */
export type Settled = Partial<Pick<DraftBody, Part>> & { segments: readonly string[] }

type Part = WorkingPart | 'startsOn' | 'endsOn' | 'runsFor' | 'stops' | 'windowLength' | 'carryOver' | 'quantile'

/** How the answer is worked out, in the order of the page. */
const workingParts = [
  'control',
  'method',
  'shares',
  'blockWindows',
  'transition',
  'season',
  'slope',
  'together',
  'draw',
] as const
type WorkingPart = (typeof workingParts)[number]

export interface Particular {
  term: string
  value: string
}

/** Which quantile, in a word where it has one. */
export function quantileText(quantile: number | null | undefined, language: Language): string | null {
  if (!quantile) return null
  return quantile === 0.5 ? t('plan.median') : t('plan.quantile-said', { share: formatShare(quantile, language) })
}

/** How long it stays on or off in one go, where it switches. */
export function switchText(design: Design, { windowLength, carryOver }: Settled): string | null {
  if (design !== 'switchback' || !windowLength) return null
  return t('plan.switch-said', { length: windowLength, carryOver: carryOver ?? 0 })
}

/** The planned days and length, in one line. Null where nobody said, or where it has happened already. */
export function spanText(
  design: Design,
  door: Trial['door'],
  { startsOn, endsOn, runsFor }: Settled,
  language: Language,
): string | null {
  if (door === 'look-back') return null
  const days = {
    start: startsOn ? formatDay(startsOn, language) : '',
    end: endsOn ? formatDay(endsOn, language) : '',
  }
  const span =
    startsOn || endsOn ? t('plan.span-said', { ...days, has: startsOn ? (endsOn ? 'both' : 'start') : 'end' }) : ''
  const length = runsFor ? t(design === 'split' ? 'plan.runs-units' : 'plan.runs-periods', { count: runsFor }) : ''
  return [span, length].filter((part) => part !== '').join('. ') || null
}

/** What stops it before its end, a line each. Null where it has happened already. */
export function stopTexts(door: Trial['door'], { stops }: Settled): string[] | null {
  if (door === 'look-back' || !stops) return null
  const rules = stopRules.filter((rule) => stops[rule])
  return rules.length === 0 ? [t('plan.stop.never')] : rules.map((rule) => t(`plan.stops-when.${rule}`))
}

const stopRules = ['harm', 'futility', 'success'] as const satisfies readonly (keyof PlanBody['stops'])[]

/** What few people ask for: of parts that the design has, those that somebody said or that work by themselves. */
export function workingsOf(design: Design, settled: Settled, language: Language): Particular[] {
  const shape: Record<string, unknown> = bodies[design].shape
  const said = workingParts.flatMap((part) => {
    const value = part in shape ? say(part, settled, design, language) : null
    return value === null ? [] : [{ term: t(`plan.body.${part}`), value }]
  })
  const segments = design === 'split' ? settled.segments : []
  return segments.length === 0 ? said : [...said, { term: t('plan.segments'), value: segments.join(', ') }]
}

function say(part: WorkingPart, settled: Settled, design: Design, language: Language): string | null {
  const { shares, control, together, method, slope } = settled
  switch (part) {
    case 'shares':
      return shares ? t('plan.shares-said', shares) : null
    case 'control':
      return control?.column ? control.name : null
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
