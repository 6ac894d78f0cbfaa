import type { SheetFile } from '../sheet-file.ts'

/** As the list of contents spells it: two bytes a letter. */
const mark = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Whether an old-style container holds a workbook with a password. Its first list of contents tells: a plain .xls has no
 * such part.
 * @see MS-CFB 2.2, MS-OFFCRYPTO 2.3.4
 */
export async function isProtected(file: SheetFile, start: Uint8Array): Promise<boolean> {
  const header = Buffer.from(start)
  if (header.length < 512) return false
  const sector = 2 ** Math.min(16, header.readUInt16LE(30))
  const from = (header.readUInt32LE(48) + 1) * sector
  if (from >= file.size) return false
  const parts: Buffer[] = []
  for await (const part of file.read(from, Math.min(file.size, from + 4096))) parts.push(part as Buffer)
  return Buffer.concat(parts).includes(mark)
}
