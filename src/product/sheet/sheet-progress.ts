import { Readable } from 'node:stream'
import type { Signed } from '#platform/anywhere/identity.ts'
import type { SheetFile } from './sheet-file.ts'

/** Sheets that this process is reading, by who sends them and the key they chose. Lost with the process, as is the reading. */
const reading = new Map<string, { read: number; of: number }>()
const most = 1_000

/** Notes how far a file has been read, for as long as it is. Without a key, or among too many, nobody will ask. */
export function noteProgress(signed: Signed | null, key: string | undefined) {
  const name = key && signed && reading.size < most ? nameOf(signed, key) : null
  return {
    watch(file: SheetFile): SheetFile {
      if (name === null) return file
      const progress = { read: 0, of: file.size }
      reading.set(name, progress)
      async function* counted(part: Readable): AsyncGenerator<Buffer> {
        for await (const piece of part) {
          progress.read += piece.length
          yield piece
        }
      }
      return {
        size: file.size,
        read: (from, to) => Readable.from(counted(file.read(from, to)), { objectMode: false }),
      }
    },
    end() {
      if (name !== null) reading.delete(name)
    },
  }
}

/** The share of the file that has been read; null when none is being read. */
export function progressOf(signed: Signed, key: string): number | null {
  const found = reading.get(nameOf(signed, key))
  // The parts of a workbook are read more than once.
  return found ? Math.min(0.99, found.read / Math.max(1, found.of)) : null
}

function nameOf({ workspaceId, personId }: Signed, key: string): string {
  return `${workspaceId} ${personId} ${key}`
}
