export type SheetEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface SheetDecoder {
  /** The text of the next bytes, as far as it is complete. */
  decode(bytes: Uint8Array): string
  /** The rest of the text, once all bytes have come. */
  end(): string
  /** `utf-8` as long as nothing speaks against it. */
  readonly encoding: SheetEncoding
  /** False once bytes came that this encoding does not have. They are U+FFFD in the text. */
  readonly isSound: boolean
}

/**
 * Finds out how a text file is encoded while it decodes it: UTF-8, UTF-16 of either order, or else Windows-1252, which is
 * what western Excel writes.
 *
 * A byte-order mark decides. UTF-16 without one is known by its NUL bytes. Otherwise the first bytes beyond ASCII
 * decide between UTF-8 and Windows-1252; up to there both are the same, so nothing needs to be read twice. The
 * answer depends on the bytes alone when they come in pieces of a fixed size.
 */
export function sheetDecoder(): SheetDecoder {
  let encoding: SheetEncoding = 'utf-8'
  let decoders: Decoders | null = null
  let held = new Uint8Array(0)
  let isFirst = true

  function decode(bytes: Uint8Array): string {
    if (isFirst && bytes.length > 0) {
      isFirst = false
      const marked = markedEncoding(bytes)
      if (marked) settle(marked)
    }
    if (decoders) return decoders.next(bytes, true)
    const all = joined(held, bytes)
    const foreign = firstForeign(all)
    // Four bytes hold any character of UTF-8 in full: fewer could be cut off and look sound.
    const isOpen = foreign < 0 || all.length - foreign < 4
    held = all.slice(foreign < 0 ? all.length : foreign)
    if (isOpen) return new TextDecoder().decode(all.subarray(0, all.length - held.length))
    settle(isUtf8(all, true) ? 'utf-8' : 'windows-1252')
    return take(all, true)
  }

  function end(): string {
    if (decoders) return decoders.next(new Uint8Array(0), false)
    settle(isUtf8(held, false) ? 'utf-8' : 'windows-1252')
    return take(held, false)
  }

  function settle(found: SheetEncoding): void {
    encoding = found
    decoders = decodersOf(found)
  }

  function take(bytes: Uint8Array, isMore: boolean): string {
    held = new Uint8Array(0)
    return decoders?.next(bytes, isMore) ?? ''
  }

  return {
    decode,
    end,
    get encoding() {
      return encoding
    },
    get isSound() {
      return decoders?.isSound ?? true
    },
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Where the first byte beyond ASCII is, or -1. A plain loop: `findIndex` takes ten times as long. */
function firstForeign(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 127) return at
  return -1
}

interface Decoders {
  next(bytes: Uint8Array, isMore: boolean): string
  readonly isSound: boolean
}

/** A forgiving decoder for the text, and a strict one beside it that notices what was forgiven. */
function decodersOf(encoding: SheetEncoding): Decoders {
  const forgiving = new TextDecoder(encoding)
  const strict = new TextDecoder(encoding, { fatal: true })
  let isSound = true
  return {
    next(bytes, isMore) {
      if (isSound) isSound = holds(() => strict.decode(bytes, { stream: isMore }))
      return forgiving.decode(bytes, { stream: isMore })
    },
    get isSound() {
      return isSound
    },
  }
}

/**
 * Whether bytes are UTF-8, sound or damaged. Text in Windows-1252 hardly ever looks like UTF-8 by chance; where at least
 * half of it does, the rest is a fault to be reported, not a reason to garble what was right.
 */
function isUtf8(bytes: Uint8Array, isMore: boolean): boolean {
  if (holds(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isMore }))) return true
  const text = new TextDecoder('utf-8').decode(bytes, { stream: isMore })
  const wrong = text.match(/\ufffd/g)?.length ?? 0
  const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0
  return foreign >= 2 * wrong
}

function holds(decode: () => string): boolean {
  try {
    decode()
    return true
  } catch {
    return false
  }
}

function markedEncoding(bytes: Uint8Array): SheetEncoding | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 4096)
  const nuls = [0, 1].map((parity) => start.filter((byte, at) => byte === 0 && at % 2 === parity).length)
  const many = start.length / 5
  if (nuls[0] === 0 && (nuls[1] ?? 0) > many) return 'utf-16le'
  if (nuls[1] === 0 && (nuls[0] ?? 0) > many) return 'utf-16be'
  return null
}
