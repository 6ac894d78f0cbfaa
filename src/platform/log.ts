import pino from 'pino'

export type Logger = pino.Logger

/**
 * The log: JSON lines on standard error, so that standard output stays for what was asked for. Nothing that people
 * wrote and no secret goes in: requests are logged by method, route and status, never with body, cookie or query.
 */
export function openLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: plainError },
      redact: { paths: ['*.password', '*.token', '*.cookie', '*.authorization', 'req.headers'], censor: '[hidden]' },
    },
    pino.destination({ fd: 2, sync: false }),
  )
}

/** An error without what hangs on it: the driver's errors carry their whole connection, secrets included. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  return { type: name, message, code, stack, ...(cause === undefined ? {} : { cause: plainError(cause) }) }
}
