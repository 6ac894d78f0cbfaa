import { tableReader } from '#lib/sheet/table-reader.ts'
import type { Database } from '#platform/database.ts'
import { pairUp } from '#product/outlook/pair-up.ts'
import { readHistory } from '#product/outlook/read-history.ts'
import type { SiteHistory } from '#product/outlook/site-history.ts'
import { readWith } from '#product/sheet/sheet-store.ts'
import { listSites } from '#product/site/site-store.ts'
import type { DrawMethod, DrawSite } from './draw.ts'
import type { ListSource } from './draw-api.ts'
import { listFigure } from './draw-lots.ts'

/**
 * The list that lots are drawn from: names, groups, pairs and what was measured before.
 * @throws {Problem} `bad-input` where a table cannot be read so.
 */
export async function readList(
  db: Database,
  source: ListSource,
  method: DrawMethod,
): Promise<{ sites: DrawSite[]; leftOver: string[] }> {
  if (source.by === 'list')
    return {
      sites: source.sites.map((site) => ({ ...site, pair: null, before: null, recent: null })),
      leftOver: [],
    }
  const history = await readHistory(db, source.history)
  const without = new Set(source.without.map((name) => name.toLowerCase()))
  const kept = [...history.sites.keys()].filter((at) => !without.has((history.sites[at] ?? '').toLowerCase()))
  const strata = await strataOf(db, source)
  const rows = kept.map((at) => history.values[at] ?? [])
  const pairs = method.by === 'pairs' ? pairNames(rows) : null
  const sites = kept.map((at, place): DrawSite => {
    const name = history.sites[at] || '1'
    const figures = figuresOf(rows[place] ?? [])
    return { name, stratum: strata.get(name) ?? null, pair: pairs?.get(place) ?? null, ...figures }
  })
  if (!pairs) return { sites, leftOver: [] }
  const isOut = ({ pair }: DrawSite) => pair === null
  return { sites: sites.filter((site) => !isOut(site)), leftOver: sites.filter(isOut).map(({ name }) => name) }
}

/** Pairs by the number of each two, in the order of their levels. */
function pairNames(rows: SiteHistory['values']): Map<number, string> {
  return new Map(
    pairUp(rows).flatMap(([one, other], at): [number, string][] => [
      [one, `pair ${at + 1}`],
      [other, `pair ${at + 1}`],
    ]),
  )
}

/** The last part of the history, which may already be on its way elsewhere. */
const recentShare = 4

function figuresOf(row: readonly (number | null)[]): Pick<DrawSite, 'before' | 'recent'> {
  const before = meanOf(row)
  const recent = meanOf(row.slice(-Math.max(1, Math.ceil(row.length / recentShare)))) ?? before
  return { before: before === null ? null : listFigure(before), recent: recent === null ? null : listFigure(recent) }
}

function meanOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null)
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length
}

/** The group of each site by its name: the first that its rows name. */
async function strataOf(
  db: Database,
  { history, stratum }: Extract<ListSource, { by: 'history' }>,
): Promise<Map<string, string>> {
  if (stratum === null) return new Map()
  if (history.by === 'measurements')
    return new Map(
      (await listSites(db)).flatMap(({ name, attributes }): [string, string][] => {
        const value = attributes[stratum]
        return value === undefined ? [] : [[name, value]]
      }),
    )
  const { columns, sheetId } = history
  const site = columns.site ?? stratum
  const texts = { texts: [site], maybeTexts: [stratum], numbers: [] }
  const table = await readWith(db, sheetId, (header, options) => tableReader(header, texts, options), {
    ...columns,
    stratum,
  })
  const found = new Map<string, string>()
  for (const [at, name] of (table.texts[site] ?? []).entries()) {
    const group = table.texts[stratum]?.[at] ?? null
    if (name !== null && group !== null && !found.has(name)) found.set(name, group.slice(0, 120))
  }
  return found
}
