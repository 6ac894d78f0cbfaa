import { z } from 'zod'

const Values = z.array(z.number().nullable())

/** What the picture of a design is drawn from beyond the answer, as far as a page can show it. */
export const Drawn = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('arms'),
    arms: z.array(
      z.strictObject({
        name: z.string(),
        units: z.int(),
        mean: z.number(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('waves'),
    /** Earliest first, those that never start last. */
    waves: z.array(z.strictObject({ since: z.int().nullable(), sites: z.int(), means: Values })),
  }),
  z.strictObject({
    kind: z.literal('strips'),
    windowLength: z.int(),
    carryOver: z.int(),
    sites: z.array(z.strictObject({ name: z.string(), on: z.array(z.boolean().nullable()), values: Values })),
    /** Sites that are not drawn. */
    more: z.int(),
  }),
  z.strictObject({
    kind: z.literal('series'),
    since: z.int(),
    transition: z.int(),
    /** Rates where there are denominators. */
    values: Values,
    expected: z.array(z.strictObject({ estimate: z.number(), low: z.number(), high: z.number() }).nullable()),
    /** What rates are shown by: so many of the denominator. */
    by: z.number().nullable(),
  }),
  z.strictObject({
    kind: z.literal('synthetic'),
    since: z.int(),
    actual: z.array(z.number()),
    synthetic: z.array(z.number()),
    gaps: z.array(z.number()),
    placebos: z.array(z.strictObject({ name: z.string(), gaps: z.array(z.number()) })),
    weights: z.array(z.strictObject({ name: z.string(), weight: z.number() })),
  }),
])
export type Drawn = z.output<typeof Drawn>
export type DrawnOf<Kind extends Drawn['kind']> = Extract<Drawn, { kind: Kind }>
