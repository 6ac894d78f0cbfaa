import type pg from 'pg'
import { type BareHttp, bareHttp } from './bare-http.ts'
import type { Figure } from './benchmark.ts'
import type { ManyIdeas } from './many-ideas.ts'
import { sideBySide } from './side-by-side.ts'
import { replay, type Statement } from './statements.ts'

/**
 * A request through HTTP beside the statements that it sends to PostgreSQL through the bare driver: with one client and
 * with four.
 * @param request Makes one more request.
 * @param statements Makes the statements of one more request.
 */
export async function againstSql(
  what: string,
  { product, connect }: ManyIdeas,
  { request, statements }: { request: () => string; statements: () => Statement[] },
): Promise<Figure[]> {
  const most = 4
  const https: BareHttp[] = []
  const drivers: pg.Client[] = []
  try {
    for (let client = 0; client < most; client += 1) {
      https.push(await bareHttp(product.port))
      drivers.push(await connect())
    }
    const overHttp = async (client: number) => {
      const sent = request()
      const status = await https[client]?.send(sent)
      if (status !== 200) throw new Error(`A request was answered with ${status}:\n${sent}`)
    }
    const overDriver = async (client: number) => {
      const driver = drivers[client]
      if (driver) await replay(driver, statements())
    }
    const ways = [
      { name: 'HTTP', once: overHttp },
      { name: 'bare driver', once: overDriver },
    ] as const
    return [
      await sideBySide(what, ways, { clients: 1, times: 15 }),
      await sideBySide(what, ways, { clients: 4, times: 6 }),
    ]
  } finally {
    for (const http of https) http.close()
    for (const driver of drivers) await driver.end()
  }
}
