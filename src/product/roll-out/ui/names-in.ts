/** The names that somebody typed, one a line; blank lines and doubles go. */
export function namesIn(text: string): string[] {
  const names = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return [...new Set(names)]
}
