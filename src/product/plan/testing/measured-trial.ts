import type { TestPerson } from '#app/testing/open-test-server.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { Site } from '#product/site/site.ts'

const names = ['Aachen', 'Bonn', 'Celle', 'Dresden', 'Essen', 'Fulda', 'Gera', 'Hamm']

/** Shops with three weekly measures: sales, the share of orders with a complaint, and returns. */
export interface MeasuredShops {
  sites: Site[]
  sales: MetricId
  complaints: MetricId
  returns: MetricId
  /** Brings a week's figures of every shop, but of those that are left out. */
  bring(week: number, only?: (shop: number) => boolean, gain?: (shop: number) => number): Promise<void>
}

export async function measuredShops(person: TestPerson, lead: TestPerson, mark: string): Promise<MeasuredShops> {
  const added = await lead.post('/sites', { sites: names.map((name) => ({ name: `${name} ${mark}`, kind: 'shop' })) })
  const sites: Site[] = added.body
  const metric = async (name: string, part: object) => {
    const said = { name: `${name} ${mark}`, worthMinor: null, every: 'week', ...part }
    return (await person.post('/metrics', said)).body.id as MetricId
  }
  const sales = await metric('Sales', { unit: '€', better: 'higher' })
  const complaints = await metric('Complaints', { unit: 'share', better: 'lower', kind: 'proportion' })
  const returns = await metric('Returns', { unit: 'pieces', better: 'lower' })
  return {
    ...{ sites, sales, complaints, returns },
    async bring(week, only = () => true, gain = () => 0) {
      const rows = sites.flatMap(({ id }, at) => (only(at) ? [{ site: id, period: mondayOf(week), at }] : []))
      const send = async (metricId: MetricId, of: (at: number) => object) => {
        const answer = await person.post('/measurements', {
          metricId,
          rows: rows.map(({ at, ...row }) => ({ ...row, ...of(at) })),
        })
        if (answer.status !== 200 || answer.body.refused > 0) throw new Error(JSON.stringify(answer.body))
      }
      await send(sales, (at) => ({ value: 100 + 7 * at + ((week * 5 + at * 3) % 11) + gain(at) }))
      await send(complaints, (at) => ({ value: (week + at) % 5, denominator: 50 + at }))
      await send(returns, (at) => ({ value: 3 + ((week + 2 * at) % 4) }))
    },
  }
}

/** The Monday of week `week` after that of 2024-01-01, which is week 0. */
export function mondayOf(week: number): string {
  return new Date(Date.UTC(2024, 0, 1 + 7 * week)).toISOString().slice(0, 10)
}
