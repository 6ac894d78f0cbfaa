import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { PlanBody } from './plan-body.ts'

/** SHA-256 of the canonical JSON of a plan, in hexadecimal: anybody can compute it again from the plan that the page shows. */
export function hashPlan(body: PlanBody): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}

/** What a result is measured on, in one word: the plan and the sheets in their order. Changes when any of them does. */
export function cutOf(plan: { hash: string }, sheets: readonly { sha256: string }[]): string {
  const parts = { plan: plan.hash, sheets: sheets.map(({ sha256 }) => sha256) }
  return createHash('sha256').update(canonicalJson(parts)).digest('hex')
}
