/** An effect as a share of a positive level; null where there is none, or where the share is no number that can be written. */
export function shareOf(effect: number, level: number | null | undefined): number | null {
  if (level === null || level === undefined || !(level > 0)) return null
  const share = effect / level
  return Number.isFinite(share) ? share : null
}
