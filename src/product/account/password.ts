import { hash, verify } from '@node-rs/argon2'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
// The package's enum cannot be imported under type stripping: 2 is Argon2id.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let running = 0
const waiting: (() => void)[] = []

/** @returns The hash with its salt and cost, as one text. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost))
}

/** Whether `password` is the one that was hashed. With no hash (no such account) it takes as long and says no. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await inTurn(async () => verify(passwordHash ?? (await decoy()), password))
  return isRight && passwordHash !== null
}

let decoyHash: Promise<string> | undefined
function decoy(): Promise<string> {
  decoyHash ??= hash('nobody has this password', cost)
  return decoyHash
}

/**
 * A flood of sign-ins must not take all memory and cores: few at once, few more in line, the rest come back. Hash
 * outside a transaction (a route's `prepare`), or those in line take every connection.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < limits.hashingsAtOnce) running++
  else if (waiting.length >= limits.hashingsWaiting) throw new Problem('busy', 'http.busy')
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    // The turn is handed on and not given back: otherwise somebody who has just come would take it as well.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
