import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, Proposal } from './ballots.ts'
import { chooseGreedily } from './choose-greedily.ts'
import { type EqualSharesOptions, equalShares } from './equal-shares.ts'
import { exactShares } from './testing/exact-shares.ts'
import { pabulibElections } from './testing/pabulib-files.ts'

const repeated = (times: number, ...vote: string[]): Ballot[] => Array.from({ length: times }, () => vote)
const costing = (costs: Record<string, number>): Proposal[] => Object.entries(costs).map(([id, cost]) => ({ id, cost }))

const small = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
    voters: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ costs, voters }) => {
    const proposals = costs.map((cost, i) => ({ id: `p${i}`, cost }))
    const ballot = fc.subarray(proposals.map(({ id }) => id))
    return fc.record({
      proposals: fc.constant(proposals),
      ballots: fc.array(ballot, { minLength: voters, maxLength: voters }),
      budget: fc.integer({ min: 1, max: 30 }),
    })
  })
const utilities = ['cost', 'one'] as const

describe('greedy by votes', () => {
  const proposals = costing({ a: 60, b: 50, c: 30, d: 20 })
  const ballots = [...repeated(4, 'a'), ...repeated(3, 'b', 'c'), ...repeated(1, 'd')]

  test('takes the most wanted while the money lasts, and passes over what does not fit', () => {
    expect(chooseGreedily(proposals, ballots, 100)).toMatchObject({
      chosen: ['a', 'c'],
      cost: 90,
      left: 10,
      tooDear: ['b', 'd'],
    })
  })
  test('says when equal votes were told apart, and by what', () => {
    expect(chooseGreedily(proposals, ballots, 100).ties).toEqual([{ chosen: 'c', level: ['b'], by: 'cost' }])
    expect(chooseGreedily(proposals, ballots, 140).ties).toEqual([])
    const level = chooseGreedily(costing({ a: 5, b: 5 }), [['a'], ['b']], 5)
    expect(level).toMatchObject({ chosen: ['a'], ties: [{ chosen: 'a', level: ['b'], by: 'order' }] })
  })
  test('stops at the first that does not fit, where that is the rule', () => {
    expect(chooseGreedily(proposals, ballots, 85, { whenTooDear: 'stop' })).toMatchObject({
      chosen: ['a'],
      stoppedAt: 'c',
    })
  })
  test('keeps to the budget of a category, and spends what is left without it when asked to', () => {
    const grouped = proposals.map((each) => ({ ...each, category: 'abc'.includes(each.id) ? 'green' : 'play' }))
    const within = { categoryBudgets: { green: 60 } }
    expect(chooseGreedily(grouped, ballots, 130, within).chosen).toEqual(['a', 'd'])
    expect(chooseGreedily(grouped, ballots, 130, { ...within, spendsLeftover: true }).chosen).toEqual(['a', 'd', 'c'])
  })
  test('what nobody wants is not chosen, and no voters choose nothing', () => {
    expect(chooseGreedily(costing({ a: 1, b: 1 }), [['a']], 10).chosen).toEqual(['a'])
    expect(chooseGreedily(proposals, [], 100)).toMatchObject({ chosen: [], left: 100 })
  })
})

describe('equal shares, published examples', () => {
  // Lackner & Skowron (2023), Multi-Winner Voting with Approval Preferences, running example: only a can be paid.
  test('twelve voters, four seats', () => {
    const proposals = costing({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 })
    const ballots = [
      ...repeated(3, 'a', 'b'),
      ...repeated(3, 'a', 'c'),
      ...repeated(2, 'a', 'd'),
      ['b', 'c', 'f'],
      ['e'],
      ['f'],
      ['g'],
    ]
    for (const utility of utilities)
      expect(equalShares(proposals, ballots, 4, { utility, completion: 'none' }).chosen).toEqual(['a'])
  })
  // The second example among the tests of pabutools (COMSOC), costs times 100; worked by hand: a share is 100; with utility one p1 costs its two
  // voters 45 each, then p3 54.5 each, p0 its voter 100. With utility cost p2 is cheapest for each unit (three voters, 66.7), then p0.
  test('money for small ones or for large ones, by what a vote is worth', () => {
    const proposals = costing({ p0: 100, p1: 90, p2: 200, p3: 109 })
    const ballots = [['p0'], ['p1', 'p2', 'p3'], ['p1', 'p2', 'p3'], ['p2']]
    const one = equalShares(proposals, ballots, 400, { utility: 'one', completion: 'none' })
    expect(one.chosen).toEqual(['p1', 'p3', 'p0'])
    expect(one.purchases[0]).toEqual({ id: 'p1', payers: 2, price: 45 })
    const cost = equalShares(proposals, ballots, 400, { utility: 'cost', completion: 'none' })
    expect(cost.chosen).toEqual(['p2', 'p0'])
    expect(cost.paid[1]).toBeCloseTo(200 / 3, 9)
    const raised = equalShares(proposals, ballots, 400, { utility: 'cost', completion: 'add-one', step: 10 })
    expect([...raised.chosen].sort()).toEqual(['p0', 'p1', 'p2'])
  })
  // The usual case for the method (its authors, and every article since): 51 against 49, money for ten.
  test('49 of 100 decide on about half of the money, not on nothing', () => {
    const red = Array.from({ length: 10 }, (_, i) => `red${i}`)
    const blue = Array.from({ length: 10 }, (_, i) => `blue${i}`)
    const proposals = [...red, ...blue].map((id) => ({ id, cost: 10 }))
    const ballots = [...repeated(51, ...red), ...repeated(49, ...blue)]
    expect(chooseGreedily(proposals, ballots, 100).chosen).toEqual(red)
    const { chosen, isExhausted } = equalShares(proposals, ballots, 100)
    expect(chosen.filter((id) => id.startsWith('red'))).toHaveLength(5)
    expect(chosen.filter((id) => id.startsWith('blue'))).toHaveLength(5)
    expect(isExhausted).toBe(true)
  })
  test('reports what was level and what decided', () => {
    const { chosen, ties } = equalShares(costing({ a: 4, b: 2 }), [['a'], ['a'], ['b']], 6, {
      completion: 'none',
      utility: 'one',
    })
    expect(chosen).toEqual(['a', 'b'])
    expect(ties).toEqual([{ chosen: 'a', level: ['b'], by: 'votes' }])
  })
  test('no voters, no votes and no money choose nothing', () => {
    expect(equalShares(costing({ a: 1 }), [], 10)).toMatchObject({ chosen: [], left: 10, share: 0 })
    expect(equalShares(costing({ a: 1 }), [[]], 10)).toMatchObject({ chosen: [], isExhausted: true })
    expect(equalShares(costing({ a: 1 }), [['a']], 0)).toMatchObject({ chosen: [], isExhausted: true })
  })
  test.each([
    [costing({ a: -1 }), [], 1, {}],
    [[...costing({ a: 1 }), ...costing({ a: 2 })], [], 1, {}],
    [costing({ a: 1 }), [['b']], 1, {}],
    [costing({ a: 1 }), [['a', 'a']], 1, {}],
    [costing({ a: 1 }), [['a']], Number.NaN, {}],
    [costing({ a: 1 }), [['a']], 1, { step: 0 }],
  ])('refuses what is impossible: %j %j %d %j', (proposals, ballots, budget, options) => {
    expect(() => equalShares(proposals as Proposal[], ballots as Ballot[], budget, options)).toThrow(RangeError)
  })
})

describe('equal shares, always', () => {
  const completions = ['none', 'greedy', 'add-one', 'add-one-greedy'] as const

  test('is what exact fractions give, from the definition', () => {
    fc.assert(
      fc.property(small, fc.constantFrom(...utilities), ({ proposals, ballots, budget }, utility) => {
        const ours = equalShares(proposals, ballots, budget, { utility, completion: 'none' })
        expect(ours.chosen).toEqual(exactShares(proposals, ballots, budget, utility))
      }),
      { numRuns: 500 },
    )
  })
  test('never over the budget; nobody pays more than a share, and what is bought is paid', () => {
    fc.assert(
      fc.property(
        small,
        fc.constantFrom(...utilities),
        fc.constantFrom(...completions),
        (given, utility, completion) => {
          const { proposals, ballots, budget } = given
          const choice = equalShares(proposals, ballots, budget, { utility, completion, step: 1 })
          expect(choice.cost).toBeLessThanOrEqual(budget)
          for (const paid of choice.paid) expect(paid).toBeLessThanOrEqual(choice.share + 1e-9)
          if (completion === 'none' || completion === 'greedy') expect(choice.share).toBe(budget / ballots.length)
          const bought = choice.purchases.reduce(
            (sum, { id }) => sum + (proposals.find((each) => each.id === id)?.cost ?? 0),
            0,
          )
          expect(choice.paid.reduce((sum, paid) => sum + paid, 0)).toBeCloseTo(bought, 6)
          if (completion.endsWith('greedy')) expect(choice.isExhausted).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  /** Of any group that agrees on what its part of the money would buy, somebody gets as much, but for one proposal. */
  function isRepresented(
    given: { proposals: Proposal[]; ballots: Ballot[]; budget: number },
    chosen: string[],
    utility: string,
  ) {
    const { proposals, ballots, budget } = given
    const worth = (ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + (utility === 'one' ? 1 : (proposals.find((each) => each.id === id)?.cost ?? 0)), 0)
    for (let set = 1; set < 2 ** proposals.length; set++) {
      const wanted = proposals.filter((_, i) => set & (1 << i))
      const ids = wanted.map(({ id }) => id)
      const short = ballots.filter(
        (ballot) =>
          ids.every((id) => ballot.includes(id)) &&
          worth(ballot.filter((id) => chosen.includes(id))) < worth(ids) &&
          ids.every(
            (id) =>
              chosen.includes(id) || worth(ballot.filter((each) => each === id || chosen.includes(each))) <= worth(ids),
          ),
      )
      const cost = wanted.reduce((sum, each) => sum + each.cost, 0)
      if (short.length > 0 && (short.length / ballots.length) * budget >= cost) return false
    }
    return true
  }
  // Peters, Pierczynski & Skowron (2021), theorem 2: extended justified representation up to one project.
  test('a group that agrees gets what its part of the money buys, but for one proposal; greedy does not keep that', () => {
    let greedyFails = 0
    fc.assert(
      fc.property(small, fc.constantFrom(...utilities), (given, utility) => {
        const { proposals, ballots, budget } = given
        const fair = equalShares(proposals, ballots, budget, { utility, completion: 'none' }).chosen
        expect(isRepresented(given, fair, utility)).toBe(true)
        if (!isRepresented(given, chooseGreedily(proposals, ballots, budget).chosen, utility)) greedyFails += 1
      }),
      { numRuns: 2_000 },
    )
    expect(greedyFails).toBeGreaterThan(0)
  })
})

describe.each(pabulibElections())(
  'the real votes of %s',
  (_, { projects, voters, budget, meta, categoryBudgets, warnings }) => {
    const ballots = voters.map(({ vote }) => vote)
    const isCity = meta['rule'] === 'greedy'

    test('the file says what it holds: projects, voters, and votes for each project', () =>
      expect(warnings).toEqual([]))

    test('greedy is the rule that the file names: by votes, within the categories, then what still fits', () => {
      // The rule once more, from the counts in the file instead of the ballots; its rows stand in the order of votes.
      const ranked = [...projects].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0) || a.cost - b.cost)
      const isPart = meta['leftover_budget']?.startsWith('Partially') ?? false
      const room = new Map(Object.entries(categoryBudgets))
      let left = budget
      const taken: string[] = []
      for (const each of ranked) {
        if (each.cost > left && isPart) break
        if (each.cost > left || each.cost > (room.get(each.category) ?? left)) continue
        taken.push(each.id)
        left -= each.cost
        if (room.has(each.category)) room.set(each.category, (room.get(each.category) ?? 0) - each.cost)
      }
      for (const each of ranked)
        if (!isPart && !taken.includes(each.id) && each.cost <= left) {
          taken.push(each.id)
          left -= each.cost
        }
      const ours = chooseGreedily(projects, ballots, budget, {
        categoryBudgets,
        spendsLeftover: isCity,
        whenTooDear: isPart ? 'stop' : 'skip',
      })
      expect(ours.chosen).toEqual(taken)
      expect(ours.left).toBe(left)
    })
    test.each(utilities)(
      'equal shares by %s is what exact fractions give, and exhausts the budget when completed',
      (utility) => {
        const options: EqualSharesOptions = { utility, completion: 'none' }
        expect(equalShares(projects, ballots, budget, options).chosen).toEqual(
          exactShares(projects, ballots, budget, utility),
        )
        const raised = equalShares(projects, ballots, budget, { utility, completion: 'add-one', step: 7, steps: 3 })
        expect(raised.chosen).toEqual(exactShares(projects, ballots, budget, utility, 7 * raised.stepsTaken))
        const whole = equalShares(projects, ballots, budget, { utility })
        expect(whole.cost).toBeLessThanOrEqual(budget)
        expect(whole.isExhausted).toBe(true)
        expect(Math.max(...whole.paid)).toBeLessThanOrEqual(whole.share * (1 + 1e-9))
      },
    )
  },
)
