/** The delimiters that are looked for, the likeliest first where several fit as well: a decimal comma divides every row too. */
const candidates = ['\t', ';', '|', ','] as const

export interface DelimiterGuess {
  /** One character; a comma when nothing divides the rows. */
  delimiter: string
  /** Characters of the line `sep=;` that Excel understands, 0 when the file does not start with one. */
  skip: number
}

/** Rows that are looked at. */
const looked = 100

/**
 * What divides the cells of a text: tab, semicolon, pipe or comma, whichever divides most of the first 100 rows into the
 * same number of cells, quotes respected. A first line `sep=;` decides, with any character.
 *
 * @param isWhole Whether the text is complete; otherwise its last row, which may be cut, does not count.
 */
export function delimiterOf(text: string, isWhole = true): DelimiterGuess {
  const [line, told] = /^"?sep=([^\r\n"])"?[^\r\n]{0,20}(?:\r\n|\r|\n|$)/iu.exec(text) ?? []
  if (line !== undefined && told !== undefined) return { delimiter: told, skip: line.length }
  let best = { delimiter: ',', agreement: 0 }
  for (const delimiter of candidates) {
    const agreement = agreementOf(widthsOf(text, delimiter, isWhole))
    if (agreement > best.agreement) best = { delimiter, agreement }
  }
  return { delimiter: best.delimiter, skip: 0 }
}

/** The share of rows that have the commonest number of cells, if that is 2 or more. */
function agreementOf(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  return widths.length === 0 ? 0 : Math.max(0, ...counts.values()) / widths.length
}

/** The number of cells of each row that is not blank. */
function widthsOf(text: string, delimiter: string, isWhole: boolean): number[] {
  const widths: number[] = []
  let [width, isQuoted, isCellStart, isBlank] = [1, false, true, true]
  for (let at = 0; at < text.length && widths.length < looked; at++) {
    const char = text[at]
    if (isQuoted) {
      isQuoted = char !== '"'
    } else if (char === '\n' || char === '\r') {
      if (!isBlank) widths.push(width)
      ;[width, isCellStart, isBlank] = [1, true, true]
    } else if (char === delimiter) {
      width++
      ;[isCellStart, isBlank] = [true, false]
    } else if (char !== ' ') {
      // A doubled quote closes and opens again, which counts the same.
      isQuoted = char === '"' && (isCellStart || text[at - 1] === '"')
      ;[isCellStart, isBlank] = [false, false]
    }
  }
  if (isWhole && !isBlank && widths.length < looked) widths.push(width)
  return widths
}
