import ts from 'typescript'

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

/** Text that a person would read and a translator never see. */
export function literalTextIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  // The gallery shows the parts to developers, in made-up words.
  if (path.includes('/gallery/')) return []
  const found: string[] = []
  function say(node: ts.Node, text: string): void {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${path}:${line + 1}: literal text "${text.trim()}" belongs into words/`)
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
