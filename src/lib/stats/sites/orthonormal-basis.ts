import { addMultiple, dot } from '../numeric/matrix.ts'

/**
 * An orthonormal basis of what `columns` span, in their order; those that earlier ones already span are left out.
 *
 * Gram-Schmidt, twice for each column: orthogonal to rounding even where columns are nearly alike. A column counts as
 * spanned when less than 1e-10 of its length is its own. Put a constant first, so that high levels do no harm.
 *
 * @param columns All of one length.
 * @returns The basis, and for each member the index of the column it came from.
 * @see Giraud, Langou & Rozloznik (2005), Computers & Mathematics with Applications 50, 1069-1075 ("twice is enough").
 */
export function orthonormalBasis(columns: readonly (readonly number[] | Float64Array)[]): {
  basis: Float64Array[]
  from: number[]
} {
  const basis: Float64Array[] = []
  const from: number[] = []
  for (const [index, column] of columns.entries()) {
    const rest = Float64Array.from(column)
    const whole = lengthOf(rest)
    takeOff(rest, basis)
    takeOff(rest, basis)
    const own = lengthOf(rest)
    if (!(own > 1e-10 * whole)) continue
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) / own
    basis.push(rest)
    from.push(index)
  }
  return { basis, from }
}

/** Takes from `values`, in place, what lies along the members of an orthonormal basis. */
export function takeOff(values: Float64Array, basis: readonly Float64Array[]): void {
  for (const member of basis) addMultiple(values, -dot(member, values), member)
}

function lengthOf(values: Float64Array): number {
  // Scaled: squares of very large or very small values must neither overflow nor vanish.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return 0
  return largest * Math.sqrt(values.reduce((sum, value) => sum + (value / largest) ** 2, 0))
}
