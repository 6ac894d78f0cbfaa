import type { Gate } from '../testing/gate.ts'

/** Everything else leans on the draws themselves. */
export const gates: Gate[] = [
  {
    name: 'a normal draw lies beyond 1.96',
    nominal: 0.05,
    runs: 1_000_000,
    inTests: 20_000,
    seed: 1,
    once: ({ normal }) => Math.abs(normal()) > 1.959963984540054,
  },
  {
    name: 'a uniform draw is no normal one',
    nominal: 0.05,
    should: 'broken',
    runs: 1_000_000,
    inTests: 20_000,
    seed: 2,
    once: ({ uniform }) => Math.abs(uniform()) > 1.959963984540054,
  },
]
