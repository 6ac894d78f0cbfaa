import type { PlanBody } from '../plan-body.ts'
import type { Values } from './merge-parts.ts'

type More = Pick<PlanBody, 'guardrails' | 'control' | 'also'>

/**
 * The columns of numbers that every design reads beside its main ones: the guardrails, then the measure that cannot move,
 * then what is only looked at.
 */
export function moreColumnsOf({ guardrails, control, also = [] }: More): string[] {
  return [
    ...guardrails.map(({ column }) => column),
    ...(control ? [control.column] : []),
    ...also.map(({ column }) => column),
  ]
}

/** The tables of those columns, as sites again. */
export function moreSites<Site>(
  tables: readonly (readonly Values[])[],
  { guardrails, control, also = [] }: { guardrails: readonly unknown[] } & Pick<More, 'control' | 'also'>,
  siteOf: (values: Values, site: number) => Site,
): { guardrails: Site[][]; control?: { name: string; sites: Site[] }; also?: Site[][] } {
  const all = tables.map((sites) => sites.map(siteOf))
  const rest = all[guardrails.length]
  const looked = all.slice(guardrails.length + (control ? 1 : 0))
  return {
    guardrails: all.slice(0, guardrails.length),
    ...(control && rest ? { control: { name: control.name, sites: rest } } : {}),
    ...(also.length > 0 ? { also: looked } : {}),
  }
}
