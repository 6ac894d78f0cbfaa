const yes = ['1', '1.0', '1,0', 'yes', 'y', 'true', 't', 'ja', 'j', 'wahr']
const no = ['0', '0.0', '0,0', 'no', 'n', 'false', 'f', 'nein', 'falsch']
const flags = new Map([...yes.map((word) => [word, true] as const), ...no.map((word) => [word, false] as const)])

/**
 * Whether a cell says yes or no, in any case; null when it says neither.
 *
 * Yes: 1, yes, y, true, t, ja, j, wahr. No: 0, no, n, false, f, nein, falsch. 1.0 and 0.0 too, which is what pandas
 * makes of a flag with gaps.
 */
export function parseFlag(text: string): boolean | null {
  return flags.get(text.trim().toLowerCase()) ?? null
}
