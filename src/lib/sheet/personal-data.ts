/** What a column says of single people. */
export type PersonalKind = 'e-mail' | 'phone' | 'birth-date' | 'name'

/** Words in a column's name, English and German. */
const hints: Record<PersonalKind, RegExp> = {
  'e-mail': /\b(e ?mail|mail ?adress|mail ?address)/,
  phone: /\b(phone|mobile|cell ?phone|telefon|tel|handy|rufnummer)\b/,
  'birth-date': /\b(birth ?da(y|te)|date of birth|dob|born|geburtsdatum|geburtstag|geb ?datum|geboren)\b/,
  name: /\b((first|last|full|given|family|sur|patient|customer|employee|staff|resident|person) ?names?|(vor|nach|familien|patienten|kunden|mitarbeiter)name)\b/,
}

const email = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i
const phone = /^(\+|00)[\d ()/.-]{8,20}$/

/** Given names that are frequent where English or German is spoken: enough of them in one column tell what it holds. */
const givenNames = new Set(
  (
    'adam alexander andrea andreas angela anja anna anne anthony barbara benjamin bernd birgit brian carol charles ' +
    'christian christina christine christoph christopher claudia cynthia daniel david deborah dennis donald donna ' +
    'dorothy edward elena elizabeth emily emma eric eva felix florian frank franziska gabriele gary george hannah ' +
    'hans heike helen helga ingrid jacob james jan jana jason jeffrey jennifer jens jessica johannes john jonas ' +
    'jonathan joseph joshua julia julian juergen jürgen karen karin karl katharina kathrin kenneth kevin kimberly ' +
    'klaus larry laura lea lena linda lisa lukas manfred margaret maria marie mark marko markus martin mary matthew ' +
    'matthias melissa michael michelle monika nancy nicholas nicole nina olga oliver patricia patrick paul peter ' +
    'petra philipp rachel ralf rebecca renate richard robert ronald sabine samantha samuel sandra sara sarah scott ' +
    'sebastian sharon sophie stefan stefanie stephan stephanie stephen steven susan susanne thomas timothy tobias ' +
    'ursula ute uwe werner william wolfgang'
  ).split(' '),
)

/** Fewer cells than this are an accident. */
const fewest = 3

/**
 * What a column seems to say of single people, or null. Going by its name, and by what most of its cells look like:
 * addresses, phone numbers with a country, or two words of which one is a frequent given name.
 *
 * A guess, to warn by: it knows English and German names only, and takes shops that are called after people for people
 * where nearly half of them are.
 *
 * @param cells Different cells of the column, such as the names of its sites.
 */
export function personalKindOf(column: string, cells: readonly string[]): PersonalKind | null {
  const name = column
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
  const hinted = (Object.keys(hints) as PersonalKind[]).find((kind) => hints[kind].test(name))
  if (hinted) return hinted
  if (mostly(cells, 0.3, (cell) => email.test(cell))) return 'e-mail'
  if (mostly(cells, 0.8, (cell) => phone.test(cell))) return 'phone'
  if (mostly(cells, 0.4, isPerson)) return 'name'
  return null
}

function mostly(cells: readonly string[], share: number, is: (cell: string) => boolean): boolean {
  const found = cells.filter((cell) => is(cell.trim())).length
  return found >= fewest && found >= share * cells.length
}

/** "Anna Müller", "Müller, Anna", "Dr. Peter J. Smith". */
function isPerson(cell: string): boolean {
  const words = cell.split(/[\s,]+/).filter((word) => /^\p{Lu}/u.test(word))
  return words.length >= 2 && words.length <= 4 && words.some((word) => givenNames.has(word.toLowerCase()))
}
