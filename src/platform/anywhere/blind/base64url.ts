/** Bytes as base64url (RFC 4648, section 5) without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/**
 * The `length` bytes that `text` stands for. Each sequence of bytes has exactly one text: what a decoder usually forgives
 * (padding, spaces, spare bits that are not 0) is refused, so that nothing can be told apart by how it is written.
 * @throws {RangeError} when it is not base64url, another length, or not the one text of its bytes.
 */
export function fromBase64url(text: string, length: number): Uint8Array {
  if (text.length !== base64urlLength(length) || !/^[A-Za-z0-9_-]*$/.test(text))
    throw new RangeError(`not ${length} bytes of base64url`)
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
  if (toBase64url(bytes) !== text) throw new RangeError('base64url with spare bits')
  return bytes
}

/** How many characters `bytes` bytes take. */
export function base64urlLength(bytes: number): number {
  return Math.ceil((bytes * 4) / 3)
}
