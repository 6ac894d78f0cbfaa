import type { MessageId, MessageValues } from './message.ts'

/** Every failure a caller can be told about, with its HTTP status. A new kind is a new row, reviewed like an endpoint. */
export const problemKinds = {
  'not-json': 400,
  'not-signed-in': 401,
  /** What was given to prove who one is did not match. */
  'not-recognised': 401,
  'not-allowed': 403,
  'not-found': 404,
  'out-of-step': 409,
  'too-large': 413,
  'wrong-type': 415,
  'wrong-host': 421,
  'bad-input': 422,
  'too-many': 429,
  busy: 503,
  full: 507,
} as const

export type ProblemKind = keyof typeof problemKinds

/** A field that needs another look. `pointer` is a JSON pointer into the body, such as `#/text`. */
export interface ProblemField {
  readonly pointer: string
  readonly message: MessageId
  readonly values?: MessageValues
}

/**
 * A failure we expected and can explain. Thrown anywhere, written as `application/problem+json` (RFC 9457) in one
 * place, in the reader's language. Anything else that is thrown is a defect: logged, shown as a bare 500.
 */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly messageId: MessageId
  readonly values: MessageValues
  readonly fields: readonly ProblemField[]

  constructor(
    kind: ProblemKind,
    messageId: MessageId,
    values: MessageValues = {},
    fields: readonly ProblemField[] = [],
  ) {
    super(messageId)
    this.name = 'Problem'
    this.kind = kind
    this.messageId = messageId
    this.values = values
    this.fields = fields
  }

  get status(): number {
    return problemKinds[this.kind]
  }
}
