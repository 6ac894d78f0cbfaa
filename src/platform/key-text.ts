import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** A key as a program sends it, taken apart. */
export interface PresentedKey {
  /** The id of the key, a UUID. Public: lists and logs of what happened name a key by it. */
  readonly id: string
  /** 256 random bits. Only their hash is stored. */
  readonly secret: string
}

/**
 * The text of a key: `ratchet_<id>_<secret>_<checksum>`. Letters, digits and underscores only, so that one double click
 * takes it whole, and a prefix by which programs that look for leaked secrets find it.
 */
export function writeKeyText({ id, secret }: PresentedKey): string {
  const text = `ratchet_${id.replaceAll('-', '')}_${secret}`
  return `${text}_${checksumOf(text)}`
}

/**
 * The parts of a key's text, or null when it is none: another form, or a checksum that does not fit. That costs
 * microseconds and asks no database, so that a mistyped key, or a made-up one, is refused before any work is done.
 */
export function readKeyText(text: string): PresentedKey | null {
  const match = /^(ratchet_([0-9a-f]{32})_([0-9A-Za-z]{43}))_([0-9a-f]{8})$/.exec(text)
  if (!match) return null
  const [, body = '', hex = '', secret = '', checksum] = match
  if (checksumOf(body) !== checksum) return null
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret }
}

/** Whether a key stands somewhere in `text`, such as the address of a request. */
export function holdsKeyText(text: string): boolean {
  return /ratchet_[0-9a-f]{32}_[0-9A-Za-z]{43}/.test(text)
}

/** A new secret for a key: 256 random bits as 43 letters and digits. */
export function newKeySecret(): string {
  let rest = BigInt(`0x${randomBytes(32).toString('hex')}`)
  let text = ''
  while (text.length < 43) {
    text = `${digits[Number(rest % 62n)]}${text}`
    rest /= 62n
  }
  return text
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** CRC-32 in hex. It finds a slip, and proves nothing: that is the secret's part. */
function checksumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
