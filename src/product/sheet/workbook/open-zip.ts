import type { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import type { SheetFile } from '../sheet-file.ts'

export interface ZipLimits {
  /** Files in the archive. */
  entries: number
  /** Bytes that everything which is read may unpack to. */
  inflated: number
  /** How many times as long a file may become. Small files are not held to it. */
  ratio: number
}

export interface Zip {
  /** Whether there is a file of that name, in any case. */
  has(name: string): boolean
  /**
   * The unpacked bytes of a file.
   * @throws {SheetProblem} `is-broken`; `unpacks-too-large` as soon as it does, whatever the archive says of itself.
   */
  read(name: string): AsyncGenerator<Buffer>
}

/** Below this, a high ratio costs nothing: a short file of blanks has one too. */
const small = 16 * 1_048_576

/**
 * Opens an archive by its list of contents. Nothing is unpacked before it is asked for.
 * @throws {SheetProblem} `is-broken` when the list cannot be read.
 */
export async function openZip(file: SheetFile, limits: ZipLimits): Promise<Zip> {
  const { zip, entries } = await contentsOf(file, limits.entries)
  const budget = { left: limits.inflated }

  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name.toLowerCase())
    if (!entry) throw new SheetProblem('is-broken', {})
    const stream = await streamOf(zip, entry)
    let inflated = 0
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        inflated += piece.length
        budget.left -= piece.length
        const isBomb = inflated > small && inflated > limits.ratio * entry.compressedSize
        if (budget.left < 0 || isBomb) throw new SheetProblem('unpacks-too-large', { limit: limits.inflated })
        yield piece
      }
    } catch (error) {
      throw error instanceof SheetProblem ? error : broken(error)
    } finally {
      stream.destroy()
    }
  }

  return { has: (name) => entries.has(name.toLowerCase()), read }
}

async function contentsOf(file: SheetFile, most: number): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>()
  try {
    const zip = await fromRandomAccessReaderPromise(new FileReader(file), file.size, {
      lazyEntries: true,
      autoClose: false,
    })
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName.toLowerCase(), entry)
        if (entries.size > most) reject(new Error('too many files'))
        else zip.readEntry()
      })
      zip.on('end', resolve)
      zip.on('error', reject)
      zip.readEntry()
    })
    return { zip, entries }
  } catch (error) {
    throw broken(error)
  }
}

async function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  try {
    if (entry.isEncrypted()) throw new SheetProblem('is-protected', {})
    return await zip.openReadStreamPromise(entry)
  } catch (error) {
    throw error instanceof SheetProblem ? error : broken(error)
  }
}

/** What went wrong inside is for whoever wrote the file; a person can only save it again. */
function broken(error: unknown): SheetProblem {
  const problem = new SheetProblem('is-broken', {})
  problem.cause = error
  return problem
}

class FileReader extends RandomAccessReader {
  readonly file: SheetFile

  constructor(file: SheetFile) {
    super()
    this.file = file
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.file.read(start, end)
  }
}
