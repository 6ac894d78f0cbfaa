/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined }

/**
 * The one way to write a value as JSON, so that equal values have equal hashes whoever writes them: names in the order
 * of their UTF-16 code units, no spaces, numbers and strings as ECMAScript writes them. A name without a value is left
 * out, as `JSON.stringify` does.
 *
 * Our own, in few lines: the hash of a plan frozen today must be the same in twenty years.
 *
 * @throws {RangeError} for a number that JSON has not, and for half a surrogate pair, which UTF-8 cannot write.
 * @see RFC 8785, JSON Canonicalization Scheme.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (value === null || typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const names = Object.keys(value).sort()
  return `{${names.flatMap((name) => memberText(name, value[name])).join(',')}}`
}

function memberText(name: string, value: Json | undefined): string[] {
  return value === undefined ? [] : [`${stringText(name)}:${canonicalJson(value)}`]
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`JSON has no ${value}`)
  return JSON.stringify(value)
}

function stringText(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('UTF-8 cannot write half a surrogate pair')
  return JSON.stringify(value)
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
