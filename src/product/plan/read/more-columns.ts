import type { PlanBody } from '../plan-body.ts'
import type { Values } from './merge-parts.ts'

/** The columns of numbers that every design reads beside its main ones: the guardrails, then the measure that cannot move. */
export function moreColumnsOf({ guardrails, control }: Pick<PlanBody, 'guardrails' | 'control'>): string[] {
  return [...guardrails.map(({ column }) => column), ...(control ? [control.column] : [])]
}

/** The tables of those columns, as sites again. */
export function moreSites<Site>(
  tables: readonly (readonly Values[])[],
  { guardrails, control }: { guardrails: readonly unknown[]; control: PlanBody['control'] },
  siteOf: (values: Values, site: number) => Site,
): { guardrails: Site[][]; control?: { name: string; sites: Site[] } } {
  const all = tables.map((sites) => sites.map(siteOf))
  const rest = all[guardrails.length]
  return {
    guardrails: all.slice(0, guardrails.length),
    ...(control && rest ? { control: { name: control.name, sites: rest } } : {}),
  }
}
