import { againstSql } from './against-sql.ts'
import type { Benchmark } from './benchmark.ts'
import { openManyIdeas } from './many-ideas.ts'
import { templateOf, textOf } from './statements.ts'

export const ideaList: Benchmark = {
  name: 'idea-list',
  says: 'the list of ideas at 100,000 ideas, beside the same SQL through the bare driver',
  async run() {
    const many = await openManyIdeas()
    try {
      const request = () => many.request('GET', '/ideas')
      const [first, second] = await many.transactionsOf([request(), request()])
      if (!first || !second) throw new Error('nothing was captured')
      const figures = await againstSql('the first page', many, { request, statements: templateOf(first, second) })
      return [...figures, { what: 'its statements', measured: String(first.length), notes: textOf(first).split('\n') }]
    } finally {
      await many.remove()
    }
  },
}
