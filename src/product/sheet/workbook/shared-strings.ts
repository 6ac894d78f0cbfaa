import { readXml } from './read-xml.ts'
import { type StringStore, stringStore } from './string-store.ts'

/** The texts of a workbook. Runs of letters in other colours are joined; readings beside Japanese names are left out. */
export async function sharedStrings(source: AsyncIterable<Buffer> | null): Promise<StringStore> {
  const store = stringStore()
  if (!source) return store
  let [text, isText, isReading] = ['', false, false]
  try {
    const events = readXml(source, {
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') isReading = true
        else if (name === 't') isText = !isReading
      },
      text(part) {
        if (isText) text += part
      },
      close(name) {
        if (name === 'si') store.add(unescaped(text))
        else if (name === 'rPh') isReading = false
        else if (name === 't') isText = false
      },
    })
    for await (const _ of events) await store.settle()
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Characters that XML does not have are written `_x000D_`. A NUL is in no text, so none is made. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\0', '')
}
