const vowel = '[aeiouy]'
/** `stopp` of `stopping`, but `add`, `egg` and `off` stay. */
const doubled = /(?<!^[aeo])(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/
/** A vowel between two others that closes the word shortly: `hop`, not `snow`. Or the whole word: `at`. */
const shortEnding = /(^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/
const validBeforeLi = /[cdeghkmnrt]$/
const hasVowel = new RegExp(vowel)

/** Where the rules would go wrong; `''` stands for: as it is. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word) => [word, word] as const),
])
const finished = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '))

/** Step 2: long endings, each with what it becomes. Within r1. */
const long = byLength({
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  abli: 'able',
  entli: 'ent',
  izer: 'ize',
  ization: 'ize',
  ational: 'ate',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  aliti: 'al',
  alli: 'al',
  fulness: 'ful',
  ousli: 'ous',
  ousness: 'ous',
  iveness: 'ive',
  iviti: 'ive',
  biliti: 'ble',
  bli: 'ble',
  ogi: 'og',
  fulli: 'ful',
  lessli: 'less',
  li: '',
})
/** Step 3. Within r1, `ative` within r2. */
const longer = byLength({
  tional: 'tion',
  ational: 'ate',
  alize: 'al',
  icate: 'ic',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
  ative: '',
})
/** Step 4: goes within r2. */
const last = byLength(
  Object.fromEntries(
    'al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion'.split(' ').map((end) => [end, '']),
  ),
)

/**
 * The stem of an English word: `printing`, `printed` and `prints` have one. Not always a word itself (`happi`).
 *
 * @param word Lower case, without accents and apostrophes. Anything but a to z comes back as it is.
 * @see Porter (2001), Snowball: the English (Porter2) stemming algorithm, https://snowballstem.org/algorithms/english/stemmer.html
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word
  const exception = exceptions.get(word)
  if (exception !== undefined) return exception
  // A y that sounds as a consonant is written Y until the end.
  const marked = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y')
  const r1 = /^(gener|commun|arsen)/.exec(marked)?.[0].length ?? afterVowel(marked, 0)
  const r2 = afterVowel(marked, r1)
  const singular = withoutPlural(marked)
  if (finished.has(singular)) return singular
  const present = withoutTense(singular, r1)
  const ended = present.replace(/(.[^aeiouy])[yY]$/, '$1i')
  return withoutE(withoutLast(withoutLonger(withoutLong(ended, r1), r1, r2), r2), r1, r2).replaceAll('Y', 'y')
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/ie[ds]$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1)
  if (/(us|ss)$/.test(word)) return word
  return word.endsWith('s') && hasVowel.test(word.slice(0, -2)) ? word.slice(0, -1) : word
}

function withoutTense(word: string, r1: number): string {
  const end = /(eedly|eed|ingly|edly|ing|ed)$/.exec(word)?.[0]
  if (end === undefined) return word
  const stem = word.slice(0, -end.length)
  if (end.startsWith('eed')) return stem.length >= r1 ? `${stem}ee` : word
  if (!hasVowel.test(stem)) return word
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`
  if (doubled.test(stem)) return stem.slice(0, -1)
  return r1 >= stem.length && shortEnding.test(stem) ? `${stem}e` : stem
}

function withoutLong(word: string, r1: number): string {
  const [end, becomes] = long.find(([ending]) => word.endsWith(ending)) ?? []
  if (end === undefined || becomes === undefined) return word
  const stem = word.slice(0, -end.length)
  if (stem.length < r1) return word
  if (end === 'li' && !validBeforeLi.test(stem)) return word
  if (end === 'ogi' && !stem.endsWith('l')) return word
  return stem + becomes
}

function withoutLonger(word: string, r1: number, r2: number): string {
  const [end, becomes] = longer.find(([ending]) => word.endsWith(ending)) ?? []
  if (end === undefined || becomes === undefined) return word
  const stem = word.slice(0, -end.length)
  return stem.length < (end === 'ative' ? r2 : r1) ? word : stem + becomes
}

function withoutLast(word: string, r2: number): string {
  const [end] = last.find(([ending]) => word.endsWith(ending)) ?? []
  if (end === undefined) return word
  const stem = word.slice(0, -end.length)
  return stem.length < r2 || (end === 'ion' && !/[st]$/.test(stem)) ? word : stem
}

function withoutE(word: string, r1: number, r2: number): string {
  const stem = word.slice(0, -1)
  if (word.endsWith('e')) return stem.length >= r2 || (stem.length >= r1 && !shortEnding.test(stem)) ? stem : word
  return word.endsWith('ll') && stem.length >= r2 ? stem : word
}

/** The place after the first consonant that follows a vowel, from `start` on. */
function afterVowel(word: string, start: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(start))
  return found ? start + found.index + 2 : word.length
}

/** The longest first: of two endings that fit, the longer counts. */
function byLength(endings: Record<string, string>): [ending: string, becomes: string][] {
  return Object.entries(endings).sort(([a], [b]) => b.length - a.length)
}
