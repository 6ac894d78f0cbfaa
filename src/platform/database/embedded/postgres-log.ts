import { copyFile, open, stat, truncate } from 'node:fs/promises'

/** The log and the one before it take at most twice this, and what ten seconds add. */
const largestLog = 5 * 1024 * 1024
const checkEveryMs = 10_000

/** Bytes in the log so far; 0 when there is none. */
export async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0
}

/** What was written after the first `fromByte` bytes: at most its last 15 lines. */
export async function lastLines(file: string, fromByte = 0): Promise<string[]> {
  const handle = await open(file, 'r').catch(() => undefined)
  if (!handle) return []
  try {
    const { size } = await handle.stat()
    const start = Math.max(Math.min(fromByte, size), size - 8192)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n')
    return lines.filter((line) => line.trim() !== '').slice(-15)
  } finally {
    await handle.close()
  }
}

/**
 * Keeps the log small while PostgreSQL writes it: moves what is there to `<file>.1` and empties it in place.
 *
 * PostgreSQL's own log collector is one more process, and its names by date are not bounded in size. PostgreSQL holds the file
 * open for appending, so it goes on at the new end; a line written within the copy's last moment is lost.
 * @returns ends the watch.
 */
export async function keepSmall(file: string): Promise<() => void> {
  await trim(file)
  const timer = setInterval(() => void trim(file).catch(() => {}), checkEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** @param largest bytes from which the log is moved away. */
export async function trim(file: string, largest = largestLog): Promise<void> {
  if ((await sizeOf(file)) <= largest) return
  await copyFile(file, `${file}.1`)
  await truncate(file)
}
