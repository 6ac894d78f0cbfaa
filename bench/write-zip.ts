import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** Writes an archive whose files are too large to stand in memory; their lengths follow them. */
export async function writeZip(path: string, files: Readonly<Record<string, Iterable<string>>>): Promise<void> {
  const out = createWriteStream(path)
  let at = 0
  async function write(bytes: Buffer): Promise<void> {
    at += bytes.length
    if (!out.write(bytes)) await once(out, 'drain')
  }
  const list: Buffer[] = []
  for (const [name, content] of Object.entries(files)) {
    const start = at
    let [crc, size, packed] = [0, 0, 0]
    function* counted() {
      let text = ''
      for (const part of content) {
        text += part
        if (text.length < 65_536) continue
        yield bytesOf(text)
        text = ''
      }
      yield bytesOf(text)
    }
    function bytesOf(text: string): Buffer {
      const bytes = Buffer.from(text)
      crc = crc32(bytes, crc)
      size += bytes.length
      return bytes
    }
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt16LE(name.length, 22)
    await write(Buffer.concat([Buffer.from('PK\u0003\u0004'), about, Buffer.from(name)]))
    for await (const piece of Readable.from(counted()).pipe(createDeflateRaw({ level: 1 }))) {
      packed += piece.length
      await write(piece)
    }
    about.writeUInt32LE(crc, 10)
    about.writeUInt32LE(packed, 14)
    about.writeUInt32LE(size, 18)
    const behind = Buffer.alloc(14)
    behind.writeUInt32LE(start, 10)
    await write(Buffer.concat([Buffer.from('PK\u0007\u0008'), about.subarray(10, 22)]))
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), about, behind, Buffer.from(name)]))
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(contents.length, 8)
  end.writeUInt32LE(at, 12)
  await write(Buffer.concat([contents, Buffer.from('PK\u0005\u0006'), end]))
  await new Promise<void>((resolve) => out.end(() => resolve()))
}
