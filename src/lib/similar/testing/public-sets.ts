import { readFileSync } from 'node:fs'

const folder = new URL('../../../../reference/similar/', import.meta.url)

/** Two questions, and how alike people found them: 0 to 5, null where nobody was asked. */
export interface QuestionPair {
  readonly gold: number | null
  readonly texts: readonly [string, string]
}

export function questionPairs(): QuestionPair[] {
  return read('sts16-questions.tsv')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [gold = '', first = '', second = ''] = line.split('\t')
      return { gold: gold === '' ? null : Number(gold), texts: [first, second] }
    })
}

/** A customer's question to a bank, and which of 77 themes it has. */
export interface ThemedQuestion {
  readonly text: string
  readonly theme: string
}

export function bankQuestions(): ThemedQuestion[] {
  const rows = read('banking77-test.csv').matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*)),(\w+\??)\r?\n/g)
  return [...rows].slice(1).map(([, quoted, plain = '', theme = '']) => ({
    text: (quoted ?? plain).replaceAll('""', '"'),
    theme,
  }))
}

/** The stems that PostgreSQL's dictionaries give. */
export function knownStems(): Record<'english' | 'german', [word: string, stem: string][]> {
  return JSON.parse(read('stems.json'))
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}
