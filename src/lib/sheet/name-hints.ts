/** Words in a column's name that tell its part, English and German. */
const hints = {
  site: /(^|[^a-z])(site|shop|store|ward|cent(er|re)|state|region|branch|county|zip|plz|unit|office|clinic|hospital|firm|school|depot|plant|station|team|market|retailer|restaurant|kita|standort|filiale|laden|markt|station|werk|klinik|schule|ort|stadt|city|location|outlet|plot|cluster)/,
  period:
    /(^|[^a-z])(week|month|date|year|day|period|quarter|time|wave|round|woche|monat|datum|jahr|tag|zeit|periode|quartal|kw|t)([^a-z]|$)|(week|month|date|year|period|woche|monat|datum|jahr)$/,
  treated: /(treat|pilot|trial|test|group|gruppe|arm|condition|intervention|variant|exposed|behand|versuch|grant)/,
  value:
    /(^|[^a-z])(value|sales|revenue|outcome|units|volume|turnover|umsatz|wert|absatz|menge|verkauf|rate|score|count|late|visits|orders|hours|minutes|readmi)/,
  identity: /(^|[^a-z])(id|nr|no|key|code|index|rownames|row|number|nummer)([^a-z]|$)|^column 1$/,
} as const

/** Whether the name of a column suggests that part. */
export function hintsAt(part: keyof typeof hints, column: string): boolean {
  return hints[part].test(column.toLowerCase().replace(/_/g, ' '))
}

const treatedWords =
  /^(test|treat|treated|treatment|pilot|new|variant|intervention|experiment|experimental|exposed|neu|versuch|yes|ja|x|1)\b/
const comparisonWords =
  /^(control|comparison|compare|placebo|old|standard|usual|none|no|nein|alt|kontrolle|vergleich|0)\b/

/** The levels of a column that mean treated, going by words such as "test" and "control"; null when the words do not tell. */
export function treatedLevels(levels: readonly string[]): string[] | null {
  const treated = levels.filter((level) => treatedWords.test(level.toLowerCase()))
  if (treated.length > 0 && treated.length < levels.length) return treated
  const rest = levels.filter((level) => !comparisonWords.test(level.toLowerCase()))
  return rest.length > 0 && rest.length < levels.length ? rest : null
}
