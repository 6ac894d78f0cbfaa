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
  many: ManyIdeas,
  asked: { request: () => string; statements: () => Statement[] },
): Promise<Figure[]> {
  return [
    await withClients(what, many, asked, { clients: 1, times: 15 }),
    await withClients(what, many, asked, { clients: 4, times: 6 }),
  ]
}

/** Opens the connections that it needs, and no more: the server closes those on which nothing is asked. */
async function withClients(
  what: string,
  { product, connect }: ManyIdeas,
  { request, statements }: Parameters<typeof againstSql>[2],
  size: { clients: number; times: number },
): Promise<Figure> {
  const https: BareHttp[] = []
  const drivers: pg.Client[] = []
  try {
    for (let client = 0; client < size.clients; client += 1) {
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
    return await sideBySide(what, ways, size)
  } finally {
    for (const http of https) http.close()
    for (const driver of drivers) await driver.end()
  }
}
