import { nearest } from '../did-you-mean.ts'
import { WrongInput } from '../wrong-input.ts'

/** Names that others have for the same. */
const alsoCalled: Record<string, string> = {
  'state-space': 'local-level',
  sdid: 'synthetic-difference',
  'augmented-synthetic-control': 'augmented',
  ttest: 'welch',
}

/** The method that was asked for; undefined when none was. @throws {WrongInput} naming those there are. */
export function nameOfMethod<Name extends string>(
  typed: string | undefined,
  known: readonly Name[],
  where: string,
): Name | undefined {
  if (typed === undefined) return undefined
  const wanted = alsoCalled[typed] ?? typed
  const found = known.find((name) => name === wanted)
  if (found !== undefined) return found
  const meant = nearest(typed, known)
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`
  throw new WrongInput(`--method: ${where} has no "${typed}".${hint} There are: ${known.join(', ')}.`)
}
