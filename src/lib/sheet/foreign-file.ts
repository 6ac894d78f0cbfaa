import { SheetProblem } from './sheet-problem.ts'

const archive = [0x50, 0x4b] // "PK": zip, and so xlsx and ods
const signatures: readonly (readonly [number[], () => SheetProblem])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], () => new SheetProblem('is-xlsx', { type: 'xls' })],
  [[0x25, 0x50, 0x44, 0x46], () => new SheetProblem('is-pdf', {})],
  [[0x1f, 0x8b], () => new SheetProblem('is-archive', { type: 'gzip' })],
]
const looked = 4096

/**
 * Why a file that starts with `bytes` is no text, or null when it may be. Looks at the first 4,096 bytes, for the mark of
 * a workbook, PDF, archive or web page, and for control characters as only binary files have them.
 * A few NUL characters are not enough: those are found later, with their row and column.
 */
export function foreignFile(bytes: Uint8Array): SheetProblem | null {
  const start = bytes.subarray(0, looked)
  if (begins(start, archive) && (start[2] ?? 0) < 9 && (start[3] ?? 0) < 9) return archiveOf(start)
  const known = signatures.find(([signature]) => begins(start, signature))
  if (known) return known[1]()
  if (/^(?:ï»¿)?\s*<(?:!doctype|html|table|\?xml)/i.test(latin(start))) return new SheetProblem('is-html', {})
  return isBinary(start) ? new SheetProblem('is-binary', {}) : null
}

/** The first names inside a zip tell what it is. */
function archiveOf(start: Uint8Array): SheetProblem {
  const names = latin(start)
  if (names.includes('opendocument.spreadsheet')) return new SheetProblem('is-xlsx', { type: 'ods' })
  if (/xl\/|\[Content_Types\]/.test(names) && !/word\/|ppt\//.test(names))
    return new SheetProblem('is-xlsx', { type: 'xlsx' })
  return new SheetProblem('is-archive', { type: 'zip' })
}

function isBinary(start: Uint8Array): boolean {
  if ((start[0] ?? 0) >= 0xfe && (start[1] ?? 0) >= 0xfe) return false // UTF-16
  const controls = start.filter((byte) => byte > 0 && byte < 32 && (byte < 9 || byte > 13)).length
  return controls >= 4 && controls > start.length / 50
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
