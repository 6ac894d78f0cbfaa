/** Which items each term stands in: lists that only grow. Terms and items are small whole numbers. */
export interface Postings {
  /** Notes that a term stands in an item, so many times. The items of one term come in ascending order. */
  add(term: number, item: number, times: number): void
  /** Notes that one item less has the term. Its entry stays: who reads knows which items are gone. */
  drop(term: number): void
  /** How many items have the term, the dropped ones not counted. */
  frequencyOf(term: number): number
  /** The entries of a term in the order they were added (see `itemIn`, `timesIn`). Holds until the next call. */
  read(term: number): Uint32Array
}

/** Lists lie in pages of this many cells: a full page is never copied, so no `add` has to wait for that. */
const pageBits = 16
const pageCells = 1 << pageBits
const firstChunk = 4
const largestChunk = 512
/** More often is noted as this often: by then BM25 is nearly flat. */
const mostTimes = 4

/** What is known of a term, side by side, so that one line of the processor's cache has it all. */
const first = 0
const next = 1
const entries = 2
const living = 3
const fields = 4

/** By how many entries a list has: the size of the chunk that begins there, 0 within one. Later ones all are of the largest size. */
const beginnings: number[] = []
for (let size = firstChunk; size < largestChunk; size *= 2) beginnings.push(size, ...Array<number>(size - 2).fill(0))

export function itemIn(entry: number): number {
  return entry >>> 2
}

export function timesIn(entry: number): number {
  return (entry & 3) + 1
}

/**
 * Lists in chunks that double in size, each with the address of the next in its last cell: little is wasted on the many terms
 * that stand in one text only, and long lists are read fast.
 *
 * @see Büttcher, Clarke & Cormack (2010), Information Retrieval, section 4.5.1: in-memory lists, grouped.
 */
export function postings(): Postings {
  const pages: Uint32Array[] = []
  let free = 0
  /** By term and field: where its list begins, where its next entry goes, how many it has, how many of them count. */
  let terms = new Uint32Array(fields * 1024)
  let scratch = new Uint32Array(1024)

  /** A chunk lies in one page: what is left of the last page is given up when it is too small. */
  function newChunk(cells: number): number {
    const page = (free + cells - 1) >>> pageBits
    if (page === pages.length) {
      pages.push(new Uint32Array(pageCells))
      free = page * pageCells
    }
    free += cells
    return free - cells
  }

  function setCell(address: number, value: number): void {
    const page = pages[address >>> pageBits] as Uint32Array
    page[address & (pageCells - 1)] = value
  }

  return {
    add(term, item, times) {
      const at = fields * term
      if (at >= terms.length) {
        const longer = new Uint32Array(2 * at)
        longer.set(terms)
        terms = longer
      }
      const count = terms[at + entries] as number
      let cell = terms[at + next] as number
      const chunk = chunkAt(count)
      if (chunk > 0) {
        const start = newChunk(chunk)
        if (count === 0) terms[at + first] = start
        else setCell(cell, start)
        cell = start
      }
      setCell(cell, item * 4 + Math.min(times, mostTimes) - 1)
      terms[at + next] = cell + 1
      terms[at + entries] = count + 1
      terms[at + living] = (terms[at + living] as number) + 1
    },

    drop(term) {
      const at = fields * term + living
      terms[at] = (terms[at] as number) - 1
    },

    frequencyOf: (term) => terms[fields * term + living] ?? 0,

    read(term) {
      const count = terms[fields * term + entries] ?? 0
      if (scratch.length < count) scratch = new Uint32Array(2 * count)
      let chunk = terms[fields * term + first] ?? 0
      for (let done = 0, size = firstChunk; done < count; size = Math.min(2 * size, largestChunk)) {
        const page = pages[chunk >>> pageBits] as Uint32Array
        const start = chunk & (pageCells - 1)
        const some = Math.min(size - 1, count - done)
        for (let k = 0; k < some; k++) scratch[done + k] = page[start + k] as number
        done += some
        chunk = page[start + size - 1] as number
      }
      return scratch.subarray(0, count)
    },
  }
}

function chunkAt(count: number): number {
  if (count < beginnings.length) return beginnings[count] as number
  return (count - beginnings.length) % (largestChunk - 1) === 0 ? largestChunk : 0
}
