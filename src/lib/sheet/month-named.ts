const names = [
  ['jan', 'january', 'januar', 'jän', 'jänner'],
  ['feb', 'february', 'februar'],
  ['mar', 'march', 'mär', 'mrz', 'märz', 'maerz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october', 'okt', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december', 'dez', 'dezember'],
]
const months = new Map(names.flatMap((spellings, at) => spellings.map((name) => [name, at + 1] as const)))

/** The month, 1 to 12, that an English or German name or short name means, in any case; 0 when it means none. */
export function monthNamed(name = ''): number {
  return months.get(name.normalize('NFC').toLowerCase()) ?? 0
}
