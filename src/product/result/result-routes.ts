import { Readable } from 'node:stream'
import { z } from 'zod'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { FileAnswer, type RequestContext, type Serve } from '#platform/http.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { countFigures, csvOf, figuresOf } from './figures-of.ts'
import { sayLines } from './line.ts'
import { measureTrial } from './measure-trial.ts'
import type { ResultId } from './result.ts'
import { type ResultFigure, ResultShown, resultApi } from './result-api.ts'
import { findResult, findShownResult, listResults, readResultFigures } from './result-store.ts'
import { sentenceOf } from './sentence.ts'

type Context = RequestContext<'workspace'>

export function resultRoutes(serve: Serve): void {
  serve(resultApi.list, async ({ id }, { db }) => {
    await findTrial(db, id)
    return listResults(db, id)
  })

  serve(resultApi.find, ({ id }, { db }) => findShownResult(db, id))

  serve(resultApi.rows, async ({ id, site, from }, { db }) => {
    const trialFigures = await readResultFigures(db, await findResult(db, id))
    const total = countFigures(trialFigures, site)
    const figures: ResultFigure[] = []
    for (const figure of figuresOf(trialFigures, { site, from })) {
      if (figures.length === limits.rowsPage) break
      figures.push(figure)
    }
    const next = from + figures.length
    const guardrails = trialFigures.plan.body.guardrails.map(({ name }) => name)
    return { guardrails, figures, total, next: next < total ? next : null }
  })

  serve(resultApi.export, async ({ id, format }, context) => {
    const name = `${(await findShownResult(context.db, id)).trialTitle}.${format}`
    if (format === 'json') return new FileAnswer(name, 'application/json; charset=utf-8', await jsonOf(context, id))
    const trialFigures = await readResultFigures(context.db, await findResult(context.db, id))
    return new FileAnswer(name, 'text/csv; charset=utf-8', Readable.from(csvOf(trialFigures)))
  })

  serve(resultApi.measure, async ({ id }, context) => {
    const { db, demand } = context
    const trial = await findTrial(db, id)
    demand('result.measure', trial)
    if (trial.state === 'decided') throw new Problem('out-of-step', 'result.decided')
    if (trial.state !== 'ended' && trial.state !== 'stopped') throw new Problem('out-of-step', 'result.not-over')
    const { id: resultId } = await measureTrial(context, id)
    const row = (await listResults(db, id)).find((each) => each.id === resultId)
    if (!row) throw new Problem('not-found', 'result.none')
    return row
  })
}

/** Everything there is of a result, with its sentence in the reader's language. */
async function jsonOf({ db, say, language }: Context, id: ResultId): Promise<string> {
  const shown = await findShownResult(db, id)
  const { sentence, lead } = sentenceOf(shown.analysis, shown.question)
  const words = { sentence: sayLines(sentence, say, language), lead: sayLines(lead, say, language) }
  return `${JSON.stringify({ ...words, ...z.encode(ResultShown, shown) }, null, 2)}\n`
}
