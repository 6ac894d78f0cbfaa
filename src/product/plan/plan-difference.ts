import { z } from 'zod'
import { canonicalJson, type Json } from './canonical-json.ts'
import { PlanBody } from './plan.ts'

/** One part of a plan that a version changed. Of lists (sites, guardrails) only the entries that differ. */
export const PlanDifference = z.strictObject({
  part: PlanBody.keyof(),
  before: z.unknown(),
  after: z.unknown(),
})
export type PlanDifference = z.output<typeof PlanDifference>

/** What changed from one version of a plan to the next, part by part, in the order of the plan. */
export function differencesOf(before: PlanBody, after: PlanBody): PlanDifference[] {
  return PlanBody.keyof().options.flatMap((part) => {
    if (isSame(before[part], after[part])) return []
    return [{ part, ...onlyDifferent(before[part], after[part]) }]
  })
}

function onlyDifferent(before: Json, after: Json): { before: Json; after: Json } {
  if (!Array.isArray(before) || !Array.isArray(after)) return { before, after }
  const [old, fresh] = [textsOf(before), textsOf(after)]
  return {
    before: before.filter((entry) => !fresh.has(canonicalJson(entry))),
    after: after.filter((entry) => !old.has(canonicalJson(entry))),
  }
}

function textsOf(entries: readonly Json[]): Set<string> {
  return new Set(entries.map(canonicalJson))
}

function isSame(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
