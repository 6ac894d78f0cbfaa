import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { openNameless } from '#platform/nameless-file.ts'

/** The texts that the cells of a workbook refer to by number, in bounded memory however many there are. */
export interface StringStore {
  add(text: string): void
  /** Writes out what waits: to be called between pieces of the source. */
  settle(): Promise<void>
  get(at: number): string
  close(): Promise<void>
}

/** Bytes written and read at once. Cells mostly refer to texts in the order these were first used. */
const pageBytes = 65_536
const pagesKept = 64

/**
 * Keeps texts in memory until they are `most` characters, and the rest in a temporary file of which 4 MiB are in memory.
 * @param most Default 16 million: 32 MB.
 */
export function stringStore(most = 16_000_000): StringStore {
  const near: string[] = []
  let characters = 0
  let file: FileHandle | undefined
  /** Where each text that is not near ends in the file. */
  let ends = new Float64Array(1024)
  let [far, written, waitingBytes] = [0, 0, 0]
  let waiting: Buffer[] = []
  const pages = new Map<number, Buffer>()

  function add(text: string): void {
    if (characters < most) {
      characters += text.length + 16
      near.push(text)
      return
    }
    const bytes = Buffer.from(text)
    waiting.push(bytes)
    waitingBytes += bytes.length
    if (far === ends.length) {
      const larger = new Float64Array(2 * far)
      larger.set(ends)
      ends = larger
    }
    ends[far++] = written + waitingBytes
  }

  async function settle(): Promise<void> {
    if (waiting.length === 0) return
    file ??= await openNameless()
    await file.writeFile(Buffer.concat(waiting))
    written += waitingBytes
    waiting = []
    waitingBytes = 0
  }

  function get(at: number): string {
    if (at < near.length) return near[at] ?? ''
    const place = at - near.length
    if (!(place < far) || !file) return ''
    return bytesBetween(file, place === 0 ? 0 : (ends[place - 1] ?? 0), ends[place] ?? 0).toString()
  }

  function bytesBetween(from: FileHandle, start: number, end: number): Buffer {
    const [first, last] = [Math.floor(start / pageBytes), Math.floor(Math.max(start, end - 1) / pageBytes)]
    if (first === last) return page(from, first).subarray(start - first * pageBytes, end - first * pageBytes)
    const parts = Array.from({ length: last - first + 1 }, (_, at) => page(from, first + at))
    return Buffer.concat(parts).subarray(start - first * pageBytes, end - first * pageBytes)
  }

  function page(from: FileHandle, number: number): Buffer {
    const known = pages.get(number)
    if (known) return known
    const buffer = Buffer.alloc(pageBytes)
    const length = readSync(from.fd, buffer, 0, pageBytes, number * pageBytes)
    for (const oldest of pages.keys()) {
      if (pages.size < pagesKept) break
      pages.delete(oldest)
    }
    const read = buffer.subarray(0, length)
    pages.set(number, read)
    return read
  }

  return { add, settle, get, close: async () => await file?.close() }
}
