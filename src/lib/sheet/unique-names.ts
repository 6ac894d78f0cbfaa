/** With a number behind it a name stays below 200. */
const longest = 190

/**
 * A name for every column, no two the same: "Column 3" for one without, "value (2)" for the second that is called value.
 * Line breaks and runs of spaces become one space; names end after 190 characters and a number.
 *
 * @param width How many columns there are, when the header may be shorter.
 */
export function uniqueNames(header: readonly string[], width = header.length): string[] {
  const wanted = Array.from({ length: Math.max(width, header.length) }, (_, at) => {
    return (header[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, longest) || `Column ${at + 1}`
  })
  const taken = new Set(wanted)
  const seen = new Set<string>()
  return wanted.map((name) => {
    let free = name
    // A header may hold "value (2)" itself, so only a free number will do.
    for (let number = 2; seen.has(name) && taken.has(free); number++) free = `${name} (${number})`
    taken.add(free)
    seen.add(name)
    return free
  })
}
