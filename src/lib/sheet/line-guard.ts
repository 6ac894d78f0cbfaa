import { SheetProblem } from './sheet-problem.ts'

/**
 * A function that takes the pieces of a text one by one and refuses a line without end, before anything waits for its end.
 * It measures where pieces begin and end, so lines shorter than a piece are never refused.
 *
 * @param limit Characters of a line.
 * @throws {SheetProblem} `line-too-long`; the function takes the row that is being read.
 */
export function lineGuard(limit: number): (piece: string, row: number) => void {
  let length = 0
  return (piece, row) => {
    const first = firstBreak(piece)
    if (length + (first < 0 ? piece.length : first) > limit) throw new SheetProblem('line-too-long', { limit }, { row })
    length =
      first < 0 ? length + piece.length : piece.length - 1 - Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'))
  }
}

function firstBreak(piece: string): number {
  const [line, carriage] = [piece.indexOf('\n'), piece.indexOf('\r')]
  return line < 0 || carriage < 0 ? Math.max(line, carriage) : Math.min(line, carriage)
}
