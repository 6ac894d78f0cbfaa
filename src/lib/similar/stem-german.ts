const beforeS = /[bdfghklmnrt]$/
const beforeSt = /.{3}[bdfghklmnt]$/

/**
 * The stem of a German word: `Drucker`, `Druckern` and `Druckers` have one. Umlauts and their spelling with e are one:
 * `Müller`, `Mueller` and `Muller`.
 *
 * @param word Lower case, without umlauts (ä is a, ß is ss). Anything but a to z comes back as it is.
 * @see Snowball: the German stemming algorithm and its variant German2, https://snowballstem.org/algorithms/german/stemmer.html
 */
export function stemGerman(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word
  // Between vowels u and y sound as consonants: written U and Y until the end, which also keeps `neue` from being `neü`.
  const marked = word
    .replace(/(?<=[aeiouy])([uy])(?=[aeiouy])/g, (letter) => letter.toUpperCase())
    .replace(/(qu)|([ao]|u)e/g, (both, qu?: string) => qu ?? both.charAt(0))
  const first = afterVowel(marked, 0)
  const r1 = Math.max(first, 3)
  const r2 = afterVowel(marked, first)
  return derived(degree(inflected(marked, r1), r1), r1, r2).toLowerCase()
}

/** Step 1: cases and numbers. */
function inflected(word: string, r1: number): string {
  const end = /(erinnen|erin|ern|em|er|en|es|e|lns|ln|s)$/.exec(word)?.[0]
  if (end === undefined) return word
  const stem = word.slice(0, -end.length)
  if (stem.length < r1) return word
  if (end.startsWith('ln')) return `${stem}l`
  if (end === 'em' && stem.endsWith('syst')) return word
  if (end === 's') return beforeS.test(stem) ? stem : word
  return /^e[ns]?$/.test(end) && stem.endsWith('niss') ? stem.slice(0, -1) : stem
}

/** Step 2: degrees of adjectives, verbs. */
function degree(word: string, r1: number): string {
  const end = /(est|en|er|st)$/.exec(word)?.[0]
  if (end === undefined) return word
  const stem = word.slice(0, -end.length)
  if (stem.length < r1) return word
  return end === 'st' && !beforeSt.test(stem) ? word : stem
}

/** Step 3: what makes a noun or an adjective of another word. */
function derived(word: string, r1: number, r2: number): string {
  const end = /(isch|lich|heit|keit|end|ung|ig|ik)$/.exec(word)?.[0]
  if (end === undefined) return word
  const stem = word.slice(0, -end.length)
  if (stem.length < r2) return word
  switch (end) {
    case 'end':
    case 'ung':
      return without(stem, /(?<!e)ig$/, r2)
    case 'lich':
    case 'heit':
      return without(stem, /e[rn]$/, r1)
    case 'keit':
      return without(stem, /(lich|ig)$/, r2)
    default:
      return stem.endsWith('e') ? word : stem
  }
}

function without(stem: string, ending: RegExp, from: number): string {
  const found = ending.exec(stem)
  return found && found.index >= from ? stem.slice(0, found.index) : stem
}

/** The place after the first consonant that follows a vowel, from `start` on. */
function afterVowel(word: string, start: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(start))
  return found ? start + found.index + 2 : word.length
}
