/** One site, before and after. */
export interface SiteRow {
  name: string
  group: 'change' | 'compare'
  before: number | null
  after: number | null
}

export interface SiteGroup {
  group: SiteRow['group']
  rows: readonly SiteRow[]
  /** How many rows were left out between the first and the last shown, and after which shown row. */
  hidden: number
  hiddenAfter: number
}

/** How far a site moved; null when one of the two is missing. */
export function moved({ before, after }: SiteRow): number | null {
  return before === null || after === null ? null : after - before
}

/**
 * The sites that got the change first, then the others, each sorted by how far they moved, the best first. Where
 * there are more than `most` rows each group keeps its `ends` best and `ends` worst: nothing bad is hidden.
 */
export function siteGroups(
  rows: readonly SiteRow[],
  better: 'higher' | 'lower',
  most = Infinity,
  ends = 5,
): SiteGroup[] {
  const sign = better === 'higher' ? -1 : 1
  const rank = (row: SiteRow) => (moved(row) ?? Number.NaN) * sign
  const groups = (['change', 'compare'] as const).flatMap((group) => {
    const members = rows.filter((row) => row.group === group)
    // Those that nobody can rank stand last.
    members.sort((a, b) => order(rank(a), rank(b)) || a.name.localeCompare(b.name))
    return members.length > 0 ? [{ group, members }] : []
  })
  return groups.map(({ group, members }) => {
    if (rows.length <= most || members.length <= 2 * ends) return { group, rows: members, hidden: 0, hiddenAfter: 0 }
    // The ends are the best and the worst, so those that nobody can rank are among the hidden.
    const ranked = members.filter((row) => moved(row) !== null)
    const head = Math.min(ranked.length, ends)
    const tail = Math.min(ranked.length - head, ends)
    const shown = [...ranked.slice(0, head), ...ranked.slice(ranked.length - tail)]
    return { group, rows: shown, hidden: members.length - shown.length, hiddenAfter: head }
  })
}

function order(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return a - b
}
