import { formatMoney } from '#platform/anywhere/format.ts'
import { sayIn } from '#platform/anywhere/say-in.ts'
import type { Workspace } from '#product/workspace/workspace.ts'
import { mostMinorOf } from './rule.ts'
import { ruleDe } from './words/de.ts'
import { ruleEn } from './words/en.ts'

const say = { en: sayIn('en', ruleEn), de: sayIn('de', ruleDe) }

/** The default rule as a sentence, in the workspace's language: it is the reason that everybody will read. */
export function sentenceOf({ language, currency }: Pick<Workspace, 'language' | 'currency'>): string {
  return say[language]('rule.sentence', { most: formatMoney(mostMinorOf(currency), currency, language) })
}
