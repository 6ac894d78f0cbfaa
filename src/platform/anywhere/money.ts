import { z } from 'zod'

/** A whole number beyond 2^53 too, such as an amount in minor units. Travels as text, is a `bigint` in the code. */
export const wholeNumber = z.codec(z.string().regex(/^-?\d{1,18}$/), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (value) => value.toString(),
})
