/** "windowLength" as "--window-length". */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/**
 * What the statistics refuse ("share must be ..."), in the words of the command line ("--share: must be ...").
 * @param typedAs Options that have another name there.
 */
export function inOptions(message: string, typedAs: Readonly<Record<string, string>>): string {
  const [, field, rest] = /^(\w+) (must .*)$/s.exec(message) ?? []
  return field === undefined ? `${message}.` : `${typedAs[field] ?? flagOf(field)}: ${rest}.`
}
