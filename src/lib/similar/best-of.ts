export interface Scored {
  readonly item: number
  readonly score: number
}

/** The best of many, found while they pass by: memory for twice as many as are wanted. */
export interface BestOf {
  add(item: number, score: number): void
  /** The highest score first. */
  sorted(): Scored[]
}

/**
 * The answer does not depend on the order in which items come.
 *
 * @param most How many are wanted, at least 1.
 * @param compare Orders items of one score, as for `sort`; no two alike.
 * @param isWanted Asked only of items that are good enough to be among the best. Default: all are.
 */
export function bestOf(
  most: number,
  compare: (a: number, b: number) => number,
  isWanted: (item: number) => boolean = () => true,
): BestOf {
  let kept: Scored[] = []
  let worst: Scored | undefined
  /** The score of `worst`: most of all that pass by are below it, and must cost nothing. */
  let bar = Number.NEGATIVE_INFINITY

  function sorted(): Scored[] {
    return kept.sort((a, b) => b.score - a.score || compare(a.item, b.item)).slice(0, most)
  }

  return {
    add(item, score) {
      if (score < bar) return
      if (worst && score === bar && compare(item, worst.item) > 0) return
      if (!isWanted(item)) return
      kept.push({ item, score })
      if (kept.length < 2 * most) return
      kept = sorted()
      worst = kept[most - 1]
      bar = worst?.score ?? bar
    },
    sorted,
  }
}
