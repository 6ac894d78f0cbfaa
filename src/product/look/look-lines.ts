import type { Metric } from '#product/metric/metric.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import { type Line, line, sidedOf, sizesOf, typed } from '#product/result/line.ts'
import { facing } from '#product/result/result.ts'
import type { Look, WatchedGuardrail } from './look.ts'
import type { LookAdvice } from './read-look.ts'

/** What the words of a look need of the plan in force. */
export interface Watched {
  readonly metric: Pick<Metric, 'name' | 'unit' | 'better'>
  readonly design: PlanBody['design']
  readonly stops: PlanBody['stops']
  /** Of a guardrail, by its name; none where it is a column that nobody gave a unit. */
  readonly units?: ReadonlyMap<string, string>
}

/** How a running trial stands, in one sentence and what follows from it. */
export interface LookTold {
  readonly sentence: Line
  readonly lead: readonly Line[]
}

/** @param reach Half the width that the interval will probably have at the end; null where nobody can say. */
export function lookLines(look: Look, watched: Watched, reach: number | null): LookTold {
  // Of a first look the interval is as good as certain and has no ends: nothing to speak of.
  const valid = look.low === null || look.high === null ? [] : [line('look.valid')]
  const { sentence, lead } = standingLines(look, watched)
  // Whoever reads that it should be stopped needs no outlook on its end.
  if (look.advice === 'stop-harm') return { sentence, lead: [...lead, ...valid] }
  const atEnd =
    reach === null || look.fraction >= 1 ? [] : [line('look.at-end', { reach: sizeOf(look, watched)(reach) })]
  return { sentence, lead: [...lead, ...atEnd, ...valid] }
}

/** Why a trial is stopped, in the words of the look that said so. */
export function reasonLine(advice: LookAdvice, { id, values }: Line): Line {
  if (advice === 'stop-futility') return line('look.reason-futility')
  if (advice === 'stop-success') return line('look.reason-success')
  return line(id === 'look.stop-guardrail' ? 'look.reason-guardrail' : 'look.reason-harm', values)
}

function standingLines(look: Look, watched: Watched): LookTold {
  const { advice, estimate } = look
  if (advice === 'end') return { sentence: line('look.end'), lead: effectLines(look, watched) }
  const tooEarly = {
    sentence: line('look.too-early', { share: comeOf(look, watched) }),
    lead: [line('look.too-early-lead')],
  }
  if (advice === 'too-early' || estimate === null) return tooEarly
  if (look.seen.includes('harm') || look.seen.includes('guardrail')) return harmLines(look, watched)
  if (advice === 'stop-success' || advice === 'stop-futility')
    return { sentence: line(`look.${advice}`), lead: effectLines(look, watched) }
  const [first, ...others] = effectLines(look, watched)
  if (!first) return tooEarly
  const isClear = look.seen.includes('better')
  return { sentence: first, lead: [...others, ...(isClear ? [line('look.goes-on')] : [])] }
}

/**
 * What happens next, and who does it, by what the newest look advises.
 * @param answerOn When the planned periods are over, as people write it; null where nobody can say.
 */
export function nextLine(
  look: Look | undefined,
  {
    runsFor,
    design,
    owner,
    answerOn,
  }: { runsFor: number | null; design: Watched['design']; owner: string; answerOn: string | null },
): Line {
  const left = runsFor === null ? 0 : Math.max(0, runsFor - (look?.elapsed ?? 0))
  return line('look.next', {
    does: runsFor === null ? 'open' : doesBy[look?.advice ?? 'too-early'],
    name: owner,
    left,
    units: design === 'split' ? 'units' : 'periods',
    on: answerOn ?? 'open',
  })
}

const doesBy = {
  'too-early': 'wait',
  'go-on': 'wait',
  'stop-harm': 'stop',
  'stop-futility': 'maystop',
  'stop-success': 'mayend',
  end: 'end',
} as const satisfies Record<LookAdvice, string>

/** How much has come, as a sentence's part: "3 of 8 planned periods". */
export function comeOf({ elapsed, runsFor }: Pick<Look, 'elapsed' | 'runsFor'>, { design }: Pick<Watched, 'design'>) {
  return line('look.of-schedule', { elapsed, runsFor, units: design === 'split' ? 'units' : 'periods' })
}

function harmLines(look: Look, watched: Watched): LookTold {
  const harmed = look.guardrails.find(({ verdict }) => verdict === 'harm')
  const lead = [
    ...(look.seen.includes('guardrail') ? effectLines(look, watched) : []),
    ...(watched.stops.harm ? [] : [line('look.harm-no-stop')]),
  ]
  if (harmed && !look.seen.includes('harm'))
    return { sentence: guardrailLine(harmed, watched.units?.get(harmed.name) ?? ''), lead }
  const { estimate, low, high } = facing(effectIn(look), watched.metric.better)
  const size = sizesOf({ estimate, low, high }, watched.metric.unit)
  const bare = sizesOf({ estimate, low, high }, '')
  return {
    sentence: line('look.stop-harm', {
      metric: watched.metric.name,
      size: size(estimate),
      low: bare(high ?? estimate),
      high: bare(low ?? estimate),
    }),
    lead: watched.stops.harm ? [] : lead,
  }
}

function guardrailLine({ name, better, margin, ...figures }: WatchedGuardrail, unit: string): Line {
  const { estimate, low, high } = facing({ ...figures, estimate: figures.estimate ?? 0 }, better)
  return line('look.stop-guardrail', {
    guardrail: name,
    size: sizesOf({ estimate, low, high }, unit)(estimate),
    margin: typed(margin, unit),
  })
}

/** The effect so far: its size, and what still fits. Nothing where anything fits: a bare number reads like an answer. */
function effectLines(look: Look, { metric }: Watched): Line[] {
  const effect = effectIn(look)
  const { estimate, low, high } = facing(effect, metric.better)
  if (look.estimate === null || low === null || high === null) return []
  const isClear = low > 0 || high < 0
  const standing = estimate > 0 ? 'better' : estimate < 0 ? 'worse' : 'same'
  const said = { metric: metric.name, standing }
  const size = sizesOf(effect, metric.unit)
  const bare = sizesOf(effect, '')
  if (!isClear)
    return [
      line('look.so-far', { ...said, size: sidedOf(effect, metric.unit)(effect.estimate) }),
      line('look.so-far-range', { worse: size(low), better: size(high) }),
    ]
  const [least, most] = estimate > 0 ? [low, high] : [high, low]
  return [
    line('look.clear', { ...said, size: sidedOf(effect, metric.unit)(effect.estimate) }),
    line('look.clear-range', { low: bare(least), high: size(most) }),
  ]
}

function effectIn({ estimate, low, high }: Look) {
  return { estimate: estimate ?? 0, low, high }
}

function sizeOf(look: Look, { metric }: Watched) {
  return sizesOf(effectIn(look), metric.unit)
}
