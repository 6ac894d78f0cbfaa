// Refuses literal text in the pages (JSX, and title, label, placeholder, alt, aria-label ...), words that nobody says,
// and words that one language lacks. Every string a person reads goes through the message catalogue.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import ts from 'typescript'
import { german } from '../src/app/words/de.ts'
import { english } from '../src/app/words/en.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const spoken = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'summary',
  'help',
  'lead',
  'text',
  'caption',
  'header',
  'tabTitle',
  'confirm',
  'empty',
])
const hasLetters = /\p{L}{2,}/u

const sources = filesIn(join(project, 'src')).filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path))
const trouble = [
  ...sources.filter((path) => path.endsWith('.tsx')).flatMap((path) => literalTextIn(path)),
  ...gaps(),
  ...unsaid(),
]
for (const line of trouble) console.log(line)
console.log(`${sources.length} files, ${Object.keys(english).length} messages, ${trouble.length} wrong`)
process.exitCode = trouble.length === 0 ? 0 : 1

/** Text that a person would read and a translator never see. */
export function literalTextIn(path: string, source = readFileSync(path, 'utf8')): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  // The gallery shows the parts to developers, in made-up words.
  if (path.includes('/gallery/')) return []
  const found: string[] = []
  function say(node: ts.Node, text: string): void {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${relative(project, path)}:${line + 1}: literal text "${text.trim()}" belongs into words/`)
  }
  function visit(node: ts.Node): void {
    if (ts.isJsxText(node) && hasLetters.test(node.text)) say(node, node.text)
    if (ts.isJsxExpression(node) && node.parent && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
      textOf(node.expression)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) textOf(node.initializer)
      else if (ts.isJsxExpression(node.initializer)) textOf(node.initializer.expression)
    }
    ts.forEachChild(node, visit)
  }
  /** String literals, also in the arms of a condition; a template counts by its fixed parts. */
  function textOf(node: ts.Expression | undefined): void {
    if (!node) return
    if (ts.isStringLiteralLike(node) && hasLetters.test(node.text)) say(node, node.text)
    if (ts.isTemplateExpression(node)) {
      const fixed = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ')
      if (hasLetters.test(fixed)) say(node, fixed)
    }
    if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(textOf)
    if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken)
      textOf(node.right)
    if (ts.isParenthesizedExpression(node)) textOf(node.expression)
  }
  visit(file)
  return found
}

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
  const beginnings = [...code.matchAll(/[`']([a-z]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '')
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
