import { z } from 'zod'

/** A column by its name in the header. */
export const ColumnName = z.string().min(1).max(200)

const Texts = z.array(z.string().max(200)).min(1).max(100)

/** A column that says yes and no; with `values`, these mean yes and any other cell does not. */
const YesColumn = z.strictObject({ column: ColumnName, values: Texts.nullable() })

const reading = {
  /** How 01/02/2024 and 1.234 are meant, once a person has said so. Null: the cells decide. */
  dateOrder: z.enum(['day-first', 'month-first']).nullable().default(null),
  numberStyle: z.enum(['point', 'comma']).nullable().default(null),
}

/** Where it was really done, or who really got it: yes and no, or a share in [0, 1]. Null: nobody writes that down. */
const received = YesColumn.nullable().default(null)

const overTime = {
  period: ColumnName,
  value: ColumnName,
  /** What the value is divided by, summed over rows as the value is. */
  denominator: ColumnName.nullable().default(null),
  ...reading,
}

export const PilotColumns = z.strictObject({
  site: ColumnName,
  ...overTime,
  /** Which sites got the change. */
  treated: YesColumn,
  received,
})

export const StaggeredColumns = z.strictObject({
  site: ColumnName,
  ...overTime,
  /**
   * `period`: the first period with the change stands in each row of a site; empty, 0 or "never": it does not come.
   * `flag`: the rows say yes from the start on.
   */
  start: z.strictObject({ column: ColumnName, says: z.enum(['period', 'flag']), values: Texts.nullable() }),
  /** Counts behind each value. */
  weight: ColumnName.nullable().default(null),
  received,
})

export const SwitchbackColumns = z.strictObject({
  /** Null: the sheet is about one place. */
  site: ColumnName.nullable(),
  ...overTime,
  /** In which periods the change was on. */
  treated: YesColumn,
})

export const BeforeAfterColumns = z.strictObject({
  /** Null: the sheet is about one place. */
  site: ColumnName.nullable(),
  ...overTime,
})

/** Ways in which the answer of a split is looked at apart. */
export const segmentsMost = 3

export const SplitColumns = z.strictObject({
  arm: ColumnName,
  /** Who or what was drawn. Null: every row is one. */
  unit: ColumnName.nullable(),
  value: ColumnName,
  denominator: ColumnName.nullable().default(null),
  /** The same figure from before the start, or another that foretells it. */
  pre: ColumnName.nullable().default(null),
  /** What kind of unit each is, such as new or old customer: looked at apart, and marked as exploring. */
  segments: z.array(ColumnName).max(segmentsMost).default([]),
  received,
  ...reading,
})

/** A choice of columns, of whatever design: by the part that each plays. */
export type ColumnMap = Readonly<Record<string, unknown>>
