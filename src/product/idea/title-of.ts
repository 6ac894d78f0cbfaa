const longest = 90

/** The title made from somebody's words: their first sentence, on one line, cut between words to what fits a list. */
export function titleOf(text: string): string {
  const whole = onOneLine(text)
  const first = onOneLine(/^.*?[.!?](?=\s|$)|^.*$/m.exec(text.trim())?.[0] ?? '').replace(/\s*\.$/, '')
  // Counted as the schema counts: an emoji is one character, not two.
  return shortened([...first].length >= 3 ? first : whole)
}

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

function shortened(line: string): string {
  if (line.length <= longest) return line
  // By code points: half an emoji is no character.
  let cut = ''
  for (const character of line) {
    if (cut.length + character.length >= longest) break
    cut += character
  }
  const lastWord = cut.lastIndexOf(' ')
  return `${lastWord > longest / 2 ? cut.slice(0, lastWord) : cut}…`
}
