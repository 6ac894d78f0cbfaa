// Excel writes `#N/A` in English and `#NV` in German; its other errors (`#DIV/0!`) are faults, not gaps, and stay text.
const tokens = new Set(['', '-', '–', '—', '.', '..', 'na', 'n/a', 'nan', 'null', '#n/a', '#nv'])

/**
 * Whether a cell says that there is no value: empty, `-`, `–`, `—`, `.`, `..`, or NA, N/A, NaN, null, #N/A, #NV in
 * any case. The word "none" is not among them: it may name a group.
 */
export function isMissing(text: string): boolean {
  if (text.length > 4 && text.trim().length > 4) return false
  return tokens.has(text.trim().toLowerCase())
}
