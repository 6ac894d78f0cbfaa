import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { waitForTurn } from '#platform/database/wait-for-turn.ts'
import { FileAnswer, type Serve } from '#platform/http.ts'
import { checkList, type DrawId, refusedAt } from './draw.ts'
import { drawApi } from './draw-api.ts'
import { drawLots, listCsv, optionsOf, seedFrom, seedText } from './draw-lots.ts'
import { addDraw, addOutcome, findDraw, findSecret, listDraws, listEarlier } from './draw-store.ts'
import { readList } from './read-list.ts'

export function drawRoutes(serve: Serve): void {
  serve(drawApi.list, (_, { db }) => listDraws(db))

  serve(drawApi.find, ({ id }, { db }) => findDraw(db, id))

  serve(drawApi.file, async ({ id }, { db }) => {
    const { sites } = await findDraw(db, id)
    return new FileAnswer('list.csv', 'text/csv; charset=utf-8', Readable.from([listCsv(sites)]))
  })

  serve(drawApi.look, async ({ source, method }, { db }) => {
    const { sites, leftOver } = await readList(db, source, method)
    checkList(sites, method)
    return { sites, leftOver, earlier: await listEarlier(db, namesOf(sites)) }
  })

  serve(drawApi.announce, async ({ about, source, method, againReason }, { db, signed, now, newId, emit }) => {
    const { sites } = await readList(db, source, method)
    checkList(sites, method)
    // Or two draws of the same sites would not see each other.
    await waitForTurn(db, 'draw.announce')
    const [before] = await listEarlier(db, namesOf(sites))
    if (before && againReason === null)
      throw refusedAt('againReason', 'draw.again-needs-reason', { about: before.about })
    const secret = randomBytes(32).toString('hex')
    const id = newId<DrawId>()
    const draw = {
      id,
      about,
      method,
      sites,
      listSha256: digestOf(listCsv(sites)),
      options: optionsOf({ sites, method }),
      commitment: digestOf(secret),
      againReason: before ? againReason : null,
      announcedById: signed.personId,
      announcedAt: now,
    }
    await addDraw(db, draw, secret)
    await emit('draw.announced', { id })
    return findDraw(db, id)
  })

  serve(drawApi.make, async ({ id, word }, { db, signed, now, emit }) => {
    const draw = await findDraw(db, id)
    const secret = await findSecret(db, id)
    const seed = seedFrom(digestOf(seedText(draw, secret, word)))
    const drawn = drawLots(draw, seed)
    await addOutcome(db, {
      drawId: id,
      word,
      secret,
      seed: String(seed),
      drawn,
      drawnById: signed.personId,
      drawnAt: now,
    })
    await emit('draw.made', { id })
    return findDraw(db, id)
  })
}

function namesOf(sites: readonly { name: string }[]): string[] {
  return sites.map(({ name }) => name)
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
