import { z } from 'zod'
import { instant } from '#platform/anywhere/time.ts'
import { IdeaId } from './idea.ts'

/**
 * Where a page of the list of ideas ends, as `2026-11-24T07:00:00.000Z_<id>`. Not a page number: that would show an idea
 * twice when another is written in between, and make the thousandth page slow.
 */
export const Place = z.codec(
  z
    .string()
    .regex(/^[^_]+_[^_]+$/)
    .max(100),
  z.strictObject({ createdAt: z.date(), id: IdeaId }),
  {
    decode: (text, context) => {
      const [at, id] = text.split('_')
      const createdAt = instant.safeDecode(at ?? '')
      const found = IdeaId.safeParse(id)
      if (createdAt.success && found.success) return { createdAt: createdAt.data, id: found.data }
      context.issues.push({ code: 'invalid_format', format: 'place', input: text })
      return z.NEVER
    },
    encode: ({ createdAt, id }) => `${createdAt.toISOString()}_${id}`,
  },
)
export type Place = z.output<typeof Place>
