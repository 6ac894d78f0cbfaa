/** The wire form of a problem, RFC 9457. `errors[].pointer` names the fields. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  /** The message's id: stable, for a program that wants to tell problems apart. */
  code: string
  errors?: { pointer: string; detail: string }[]
}
