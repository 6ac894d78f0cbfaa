import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'

export interface XmlEvents {
  /** Names come without the prefix of their namespace: programs choose that freely. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Characters between two tags, and tags inside each other: no workbook has more, and the parser keeps them in memory. */
const longestText = 4_194_304
const deepest = 64

/**
 * Reads XML as it comes and tells of its parts. Yields after every piece, so that the reader can hand on what it has.
 * A document type is never followed, so nothing can be pulled in or blown up by one.
 * @throws {SheetProblem} `is-broken` when it is no XML.
 */
export async function* readXml(source: AsyncIterable<Buffer>, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let [depth, waiting] = [0, 0]
  const refuse = () => {
    throw new SheetProblem('is-broken', {})
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    waiting = 0
    if (++depth > deepest) refuse()
    events.open?.(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    waiting = 0
    depth--
    events.close?.(local(name))
  })
  if (events.text) {
    parser.on('text', events.text)
    parser.on('cdata', events.text)
  }
  let decoder: TextDecoder | undefined
  for await (const piece of source) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8')
    waiting += piece.length
    if (waiting > longestText) refuse()
    parser.write(decoder.decode(piece, { stream: true }))
    yield
    // Unpacking is faster than other requests can be answered in between.
    await setImmediate()
  }
  parser.close()
  yield
}

/** All of it at once, for the small files of a workbook. */
export async function readWholeXml(source: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(source, events));
}

/** The value of an attribute, whatever the prefix: `r:id` and `id`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([full]) => local(full) === name)?.[1]
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
