// Refuses literal text in the pages (JSX, and title, label, placeholder, alt, aria-label ...), words that nobody says,
// and words that one language lacks. Every string a person reads goes through the message catalogue.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { german } from '../src/app/words/de.ts'
import { english } from '../src/app/words/en.ts'
import { literalTextIn } from './literal-text.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const sources = filesIn(join(project, 'src')).filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path))
const trouble = [
  ...sources
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => literalTextIn(relative(project, path), readFileSync(path, 'utf8'))),
  ...gaps(),
  ...unsaid(),
]
for (const line of trouble) console.log(line)
console.log(`${sources.length} files, ${Object.keys(english).length} messages, ${trouble.length} wrong`)
process.exitCode = trouble.length === 0 ? 0 : 1

function gaps(): string[] {
  const missing = Object.keys(english).filter((id) => !german[id]?.trim())
  const unknown = Object.keys(german).filter((id) => !(id in english))
  const values = Object.keys(english).filter(
    (id) => german[id] && valuesOf(english[id] ?? '') !== valuesOf(german[id] ?? ''),
  )
  return [
    ...missing.map((id) => `${id} has no German words`),
    ...unknown.map((id) => `${id} has no English words`),
    ...values.map((id) => `${id} names other values in German than in English`),
  ]
}

/** The names of the values that a message puts in, also inside its plural forms. */
function valuesOf(words: string): string {
  const names = new Set<string>()
  function collect(part: unknown): void {
    if (!Array.isArray(part)) return
    for (const piece of part) {
      if (!Array.isArray(piece)) continue
      names.add(String(piece[0]))
      const forms: unknown = piece[2]
      if (typeof forms === 'object' && forms !== null) Object.values(forms).forEach(collect)
    }
  }
  collect(compileMessage(words))
  return [...names].sort().join(' ')
}

/** Words that no code names, by their whole id or, where the id is put together, by its beginning. */
function unsaid(): string[] {
  const code = sources
    .filter((path) => !path.includes('/words/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const beginnings = [...code.matchAll(/[`']([a-z-]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '')
  return Object.keys(english)
    .filter(
      (id) =>
        !code.includes(`'${id}'`) && !beginnings.some((beginning) => beginning.length > 3 && id.startsWith(beginning)),
    )
    .map((id) => `${id} is said nowhere`)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
