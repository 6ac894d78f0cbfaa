/** @throws {RangeError} when a field is no whole number of at least its least: the message begins with the field's name. */
export function requireWhole(fields: Record<string, readonly [value: number, least: number]>): void {
  for (const [name, [value, least]] of Object.entries(fields))
    if (!(Number.isInteger(value) && value >= least))
      throw new RangeError(`${name} must be a whole number of at least ${least}, got ${value}`)
}
