import { decimalsOf, type Figures, writeFixed } from '#platform/anywhere/figures.ts'
import { useLanguage } from '#platform/browser/language.ts'

/** Writes the numbers of one interval, all with the same decimals, each with its sign. */
export function useFigureText(figures: Figures): (value: number) => string {
  const language = useLanguage()
  const decimals = decimalsOf(figures)
  return (value) => writeFixed(value, decimals, language)
}
