import { z } from 'zod'
import { canonicalJson, type Json } from './canonical-json.ts'
import { bodies, type PlanBody } from './plan-body.ts'

type Part = PlanBody extends infer Body ? (Body extends PlanBody ? keyof Body : never) : never
/** Every part that a plan of any design has, each once, in the order of the plans. */
const parts = [...new Set(Object.values(bodies).flatMap(({ shape }) => Object.keys(shape)))] as [Part, ...Part[]]

/** One part of a plan that a version changed. Of lists (sites, guardrails) only the entries that differ. */
export const PlanDifference = z.strictObject({
  part: z.enum(parts),
  before: z.unknown(),
  after: z.unknown(),
})
export type PlanDifference = z.output<typeof PlanDifference>

/** What changed from one version of a plan to the next, part by part, in the order of the plan. */
export function differencesOf(before: PlanBody, after: PlanBody): PlanDifference[] {
  const [old, fresh]: Record<string, Json | undefined>[] = [before, after]
  return parts.flatMap((part) => {
    const [a, b] = [old?.[part] ?? null, fresh?.[part] ?? null]
    return isSame(a, b) ? [] : [{ part, ...onlyDifferent(a, b) }]
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
