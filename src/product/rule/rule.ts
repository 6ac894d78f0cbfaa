import { z } from 'zod'
import { PersonId, type Signed } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { type Idea, IdeaId, isAuthor } from '#product/idea/idea.ts'

/** What somebody says an idea would cost and touch if it were simply tried. */
export const SmallBet = z.strictObject({
  /** It can be undone within a day. */
  isReversible: z.boolean(),
  /** In minor units of the workspace currency. */
  costMinor: z.int().min(0).max(1_000_000_000_000),
  touchesOtherTeams: z.boolean(),
  touchesPersonalData: z.boolean(),
})
export type SmallBet = z.output<typeof SmallBet>

export const RuleUseId = z.uuid().brand<'RuleUseId'>()
export type RuleUseId = z.output<typeof RuleUseId>

/** One time that the rule let somebody try: what they said of the bet. Kept for ever. */
export const RuleUse = z.strictObject({
  id: RuleUseId,
  ideaId: IdeaId,
  personId: PersonId,
  bet: SmallBet,
  usedAt: instant,
})
export type RuleUse = z.output<typeof RuleUse>

/** What the default rule wants of a bet, and where in the bet it looks. */
const conditions = {
  'not-reversible': { field: 'isReversible', isMet: ({ isReversible }) => isReversible },
  'too-dear': { field: 'costMinor', isMet: ({ costMinor }, mostMinor) => costMinor <= mostMinor },
  'other-teams': { field: 'touchesOtherTeams', isMet: ({ touchesOtherTeams }) => !touchesOtherTeams },
  'personal-data': { field: 'touchesPersonalData', isMet: ({ touchesPersonalData }) => !touchesPersonalData },
} as const satisfies Record<string, { field: keyof SmallBet; isMet: (bet: SmallBet, mostMinor: number) => boolean }>

/** Why the rule says no. */
export type Objection = keyof typeof conditions

/** An amount of money in the currency's minor unit: cents where it has cents. */
export function minorOf(amount: number, currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return Math.round(amount * 10 ** maximumFractionDigits)
}

/** The most that a bet may cost. */
export function mostMinorOf(currency: string): number {
  return minorOf(200, currency)
}

/** What speaks against simply trying, by the default rule. Empty: it may be tried. */
export function objectionsTo(bet: SmallBet, currency: string): Objection[] {
  const most = mostMinorOf(currency)
  return (Object.keys(conditions) as Objection[]).filter((objection) => !conditions[objection].isMet(bet, most))
}

/** Whether the rule is this person's to use: it lets authors try their own open ideas. */
export function mayUseRule(idea: Idea, signed: Signed): boolean {
  return idea.state === 'open' && isAuthor(idea, signed)
}

/** @throws {Problem} `not-allowed` for somebody else's idea, `bad-input` naming each condition that the bet fails. */
export function refuseOutsideRule(idea: Idea, bet: SmallBet, signed: Signed, currency: string): void {
  if (!isAuthor(idea, signed)) throw new Problem('not-allowed', 'rule.not-author')
  const objections = objectionsTo(bet, currency)
  if (objections.length === 0) return
  const fields = objections.map((objection) => ({
    pointer: `#/bet/${conditions[objection].field}`,
    message: `rule.${objection}` as const,
  }))
  throw new Problem('bad-input', 'rule.refused', { count: objections.length }, fields)
}
