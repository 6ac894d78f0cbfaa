import type { PanelMapping } from '#lib/sheet/panel-mapping.ts'
import { nearest } from '../did-you-mean.ts'
import { WrongInput } from '../wrong-input.ts'

/** What the command line names, before anybody knows the sheet's header. */
export interface AskedColumns {
  readonly site: string
  readonly period: string
  readonly value: string
  readonly treated: string
  readonly since: string
  readonly guardrail: readonly string[]
}

export interface AskedGuardrail {
  readonly column: string
  readonly better: 'higher' | 'lower'
  readonly margin: number
}

/** The columns of a sheet that were asked for. @throws {WrongInput} naming the columns there are. */
export function columnsOf(
  asked: AskedColumns,
  header: readonly string[],
): { mapping: PanelMapping; guardrails: AskedGuardrail[] } {
  const guardrails = asked.guardrail.map((text) => guardrailOf(text, header))
  const mapping = {
    site: columnOf('--site', asked.site, header),
    period: columnOf('--period', asked.period, header),
    value: columnOf('--value', asked.value, header),
    treated: treatedOf(asked.treated, header),
    since: asked.since,
    alsoValues: guardrails.map(({ column }) => column),
  }
  return { mapping, guardrails }
}

/**
 * `COL`, whose cells say yes or no, or `COL=VALUE[,VALUE]`. A column's name may itself hold "=", so the longest
 * beginning that is a column counts; a value with a comma is put in double quotes: `state="Portland, Oregon",Utah`.
 */
export function treatedOf(text: string, header: readonly string[], option = '--treated'): PanelMapping['treated'] {
  if (header.includes(text)) return { column: text }
  for (let at = text.lastIndexOf('='); at > 0; at = text.lastIndexOf('=', at - 1)) {
    const column = text.slice(0, at)
    if (header.includes(column)) return { column, values: valuesOf(text.slice(at + 1), column, option) }
  }
  return { column: columnOf(option, text.split('=')[0] ?? text, header) }
}

function valuesOf(text: string, column: string, option: string): string[] {
  const values = [...`${text},`.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*,/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain.trim(),
  )
  if (values.includes(''))
    throw new WrongInput(`${option} ${column}=: say which values of the column mean that a site got the change.`)
  return values
}

/** `COL:lower|higher:MARGIN`. A column's name may itself hold ":", so it is read from the end. */
export function guardrailOf(text: string, header: readonly string[]): AskedGuardrail {
  const parts = /^(.+):(lower|higher):([^:]*)$/s.exec(text)
  if (!parts)
    throw new WrongInput(
      `--guardrail ${text}: write it as COLUMN:lower:MARGIN or COLUMN:higher:MARGIN, which way is better.`,
    )
  const [, column = '', better, margin = ''] = parts
  const size = numberOf('--guardrail', margin)
  if (size < 0) throw new WrongInput(`--guardrail ${text}: the margin is how much worse is bearable, at least 0.`)
  return {
    column: columnOf('--guardrail', column, header),
    better: better === 'lower' ? 'lower' : 'higher',
    margin: size,
  }
}

/** A number as a program writes it: 1500, -0.5, 2e3. @throws {WrongInput} */
export function numberOf(option: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new WrongInput(`${option}: "${text}" is no number.`)
  return value
}

/** A whole number of at least 0. @throws {WrongInput} */
export function wholeNumberOf(option: string, text: string): number {
  const value = numberOf(option, text.trim())
  if (!Number.isSafeInteger(value) || value < 0)
    throw new WrongInput(`${option}: ${text} is no whole number of at least 0.`)
  return value
}

/** @throws {WrongInput} naming the columns there are, and the one that was perhaps meant. */
export function columnOf(option: string, name: string, header: readonly string[]): string {
  if (header.includes(name)) return name
  const meant = nearest(name, header)
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`
  throw new WrongInput(`${option}: there is no column "${name}".${hint} The columns are: ${listOf(header)}.`)
}

/** As many names as one line bears. */
function listOf(header: readonly string[]): string {
  const most = 40
  const more = header.length - most
  return header.slice(0, most).join(', ') + (more > 0 ? `, and ${more} more` : '')
}
