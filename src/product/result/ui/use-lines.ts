import { t, useLanguage } from '#platform/browser/language.ts'
import { type Line, sayLine, sayLines } from '../line.ts'

/** Says settled sentences in the reader's language. */
export function useLines() {
  const language = useLanguage()
  return {
    say: (line: Line) => sayLine(line, t, language),
    sayAll: (lines: readonly Line[]) => sayLines(lines, t, language),
  }
}
