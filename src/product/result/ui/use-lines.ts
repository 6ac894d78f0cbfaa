import { t, useLanguage } from '#platform/browser/language.ts'
import { type Line, sayLine, sayLines, sayWritten, type Unit, type Written } from '../line.ts'

/** Says settled sentences in the reader's language. */
export function useLines() {
  const language = useLanguage()
  return {
    say: (line: Line) => sayLine(line, t, language),
    tell: (value: Line | Written) => sayWritten(value, t, language),
    unitText: (unit: Unit) => (typeof unit === 'string' ? unit : sayLine(unit, t, language)),
    sayAll: (lines: readonly Line[]) => sayLines(lines, t, language),
  }
}
