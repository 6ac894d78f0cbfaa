import type { SheetWarning } from '#lib/sheet/sheet-warning.ts'
import type { Database } from '#platform/database.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import type { Trial } from '#product/trial/trial.ts'
import type { BodyOf, Design } from '../plan-body.ts'
import type { FiguresPart } from '../trial-figures.ts'

/** The parts of a plan that are read from its sheet when it is frozen. */
interface Settled {
  pilot: Pick<BodyOf<'pilot'>, 'sites'>
  staggered: Pick<BodyOf<'staggered'>, 'sites'>
  switchback: Pick<BodyOf<'switchback'>, 'sites' | 'schedule'>
  'before-after': Pick<BodyOf<'before-after'>, 'sites'>
  split: Pick<BodyOf<'split'>, 'isPaired'>
}
export type SettledOf<D extends Design> = Settled[D]

/** What of a plan decides how one of its sheets is read. */
export type ReadParts<D extends Design> = Pick<
  BodyOf<D>,
  keyof BodyOf<D> & ('columns' | 'guardrails' | 'control' | 'also' | 'since')
>

/** What a plan must say before its sheet can be read. */
export type Readable<D extends Design> = Omit<BodyOf<D>, keyof SettledOf<D> | 'metric' | 'seed' | 'forecasts'> & {
  metric: Pick<BodyOf<D>['metric'], 'kind'>
  sheetId: SheetId
}

/** One sheet by itself, before it is put together with others. */
export interface SheetRead<D extends Design> {
  rows: number
  warnings: SheetWarning[]
  figures: FiguresPart<D>
}

/** The first sheet of a plan: what it settles, and its figures once the plan is whole. */
export interface FirstSheet<D extends Design> extends Omit<SheetRead<D>, 'figures'> {
  settled: SettledOf<D>
  figures(body: BodyOf<D>): FiguresPart<D>
}

/** How sheets become the figures of one design. */
export interface DesignReading<D extends Design> {
  /**
   * Reads the sheet that a plan is made on.
   * @throws {Problem} `bad-input` at the field, when the sheet does not fit the design.
   */
  first(db: Database, plan: Readable<D>, door: Trial['door']): Promise<FirstSheet<D>>
  /**
   * Reads sheets by a plan, one at a time, and puts them together.
   * @param see Called with what each sheet holds, which is then let go.
   * @throws {Problem} `bad-input` when a sheet does not fit the plan.
   */
  figures(
    db: Database,
    body: BodyOf<D>,
    ids: readonly SheetId[],
    see?: (sheet: SheetRead<D>) => void,
  ): Promise<FiguresPart<D>>
}

/** A design by its three steps: read a sheet, settle a plan by it, put sheets together. */
export function designReading<D extends Design, Read extends { rows: number; warnings: SheetWarning[] }>(steps: {
  read(db: Database, id: SheetId, plan: ReadParts<D>, isFirst: boolean): Promise<Read>
  settle(read: Read, plan: Readable<D>, door: Trial['door']): SettledOf<D>
  merger(body: BodyOf<D>): { add(read: Read): void; finish(): FiguresPart<D> }
}): DesignReading<D> {
  return {
    async first(db, plan, door) {
      // The parts of a plan that a sheet is read by are in every plan that may be read.
      const read = await steps.read(db, plan.sheetId, plan as unknown as ReadParts<D>, true)
      const settled = steps.settle(read, plan, door)
      return {
        ...{ rows: read.rows, warnings: read.warnings, settled },
        figures: (body) => alone(steps.merger(body), read),
      }
    },
    async figures(db, body, ids, see) {
      const merger = steps.merger(body)
      for (const [at, id] of ids.entries()) {
        const read = await steps.read(db, id, body, at === 0)
        see?.({ rows: read.rows, warnings: read.warnings, figures: alone(steps.merger(body), read) })
        merger.add(read)
      }
      return merger.finish()
    },
  }
}

function alone<Read, Part>(merger: { add(read: Read): void; finish(): Part }, read: Read): Part {
  merger.add(read)
  return merger.finish()
}
