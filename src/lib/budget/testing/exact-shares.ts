/**
 * The method of equal shares once more, to check the first: from the definition, exactly. All purses are whole numbers of a common
 * part of the money, which is made smaller at every purchase so that the price is whole too; nothing is remembered between rounds.
 *
 * @param proposals With whole costs.
 * @param raised Whole, added to each share.
 * @returns ids in the order bought.
 */
export function exactShares(
  proposals: readonly { id: string; cost: number }[],
  ballots: readonly (readonly string[])[],
  budget: number,
  utility: 'cost' | 'one',
  raised = 0,
): string[] {
  let parts = BigInt(ballots.length)
  let purses = ballots.map(() => BigInt(budget) + BigInt(raised) * parts)
  const open = proposals.map(({ id, cost }, place) => {
    const voters = ballots.flatMap((ballot, voter) => (ballot.includes(id) ? [voter] : []))
    return { id, cost, place, voters }
  })
  const bought: string[] = []
  for (;;) {
    const offers = open
      .filter(({ id }) => !bought.includes(id))
      .flatMap((proposal) => {
        const price = exactPrice(
          BigInt(proposal.cost) * parts,
          proposal.voters.map((voter) => purses[voter] ?? 0n),
        )
        if (price === null) return []
        // Price for each unit of utility, as a fraction.
        const gain = utility === 'one' || proposal.cost === 0 ? 1n : BigInt(proposal.cost)
        return [{ ...proposal, ...price, gain }]
      })
      .sort((a, b) => {
        const apart = a.owed * b.payers * b.gain - b.owed * a.payers * a.gain
        if (apart !== 0n) return apart < 0n ? -1 : 1
        return b.voters.length - a.voters.length || a.cost - b.cost || a.place - b.place
      })
    const [best] = offers
    if (!best) return bought
    bought.push(best.id)
    parts *= best.payers
    purses = purses.map((purse) => purse * best.payers)
    for (const voter of best.voters) {
      const rest = (purses[voter] ?? 0n) - best.owed
      purses[voter] = rest > 0n ? rest : 0n
    }
  }
}

/**
 * The price p = owed / payers at which the sum of min(purse, p) is the cost: for each number of the poorest who give all they have,
 * the others share what is owed; right when the poorest have no more than p, and the others no less.
 */
function exactPrice(cost: bigint, purses: readonly bigint[]): { owed: bigint; payers: bigint } | null {
  const sorted = [...purses].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  let given = 0n
  for (let poor = 0; poor < sorted.length; poor++) {
    const [owed, payers] = [cost - given, BigInt(sorted.length - poor)]
    const isRight = (sorted[poor] ?? 0n) * payers >= owed && (poor === 0 || (sorted[poor - 1] ?? 0n) * payers <= owed)
    if (isRight) return { owed, payers }
    given += sorted[poor] ?? 0n
  }
  return null
}
