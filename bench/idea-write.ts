import { againstSql } from './against-sql.ts'
import type { Benchmark } from './benchmark.ts'
import { openManyIdeas } from './many-ideas.ts'
import { templateOf, textOf } from './statements.ts'

const text = 'Put the scanner on the left side of the till. It saves a step for everybody who works there.'

export const ideaWrite: Benchmark = {
  name: 'idea-write',
  says: 'writing an idea at 100,000 ideas, beside the same SQL through the bare driver',
  async run() {
    const many = await openManyIdeas()
    try {
      const request = () => many.request('POST', '/ideas', { text }, crypto.randomUUID())
      const [first, second] = await many.transactionsOf([request(), request()])
      if (!first || !second) throw new Error('nothing was captured')
      const figures = await againstSql('one idea', many, { request, statements: templateOf(first, second) })
      return [...figures, { what: 'its statements', measured: String(first.length), notes: textOf(first).split('\n') }]
    } finally {
      await many.remove()
    }
  },
}
