import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { Problem } from '#platform/anywhere/problem.ts'
import { isListed } from '#platform/http/address-list.ts'

/** Addresses that nobody has on the open network. */
const ownNetworks = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '::1',
  'fc00::/7',
  'fec0::/10',
  '64:ff9b::/96',
  '2002::/16',
]
/** Addresses that are no host's: where machines learn who they are, and what reaches many. */
const noHosts = ['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '::', 'fe80::/10', 'ff00::/8']

export interface CheckedAddress {
  address: string
  family: number
}

/**
 * Where the name of a host leads. Whoever connects uses this address and does not look the name up again.
 * @param name As URLs write it; IPv6 with or without brackets.
 * @param isPrivate It is meant to stand in the organisation's own network.
 * @throws {Problem} when it leads where it may not.
 */
export async function checkedAddress(
  { name, isPrivate }: { name: string; isPrivate: boolean },
  host: string,
  signal: AbortSignal,
): Promise<CheckedAddress> {
  const bare = name.replace(/^\[|\]$/g, '')
  // Whoever writes the number of an address in the list means that one.
  if (isIP(bare)) return { address: bare, family: isIP(bare) }
  const found = await within(signal, lookup(bare, { all: true }))
  const refused = isPrivate ? noHosts : [...noHosts, ...ownNetworks]
  if (found.some(({ address }) => isListed(address, refused)))
    throw new Problem('bad-input', 'feed.problem.own-network', { host })
  const [first] = found
  if (!first) throw new Problem('bad-input', 'feed.problem.unreachable', { host, code: 'ENOTFOUND' })
  return first
}

/** Asks once, over a connection of its own to the very address that was checked. Follows nothing. */
export function askHost(
  url: URL,
  { address, family }: CheckedAddress,
  { method = 'GET', headers, body, signal }: Pick<RequestOptions, 'method' | 'headers' | 'signal'> & { body?: string },
): Promise<IncomingMessage> {
  const isTls = url.protocol === 'https:'
  const options: RequestOptions = {
    method,
    headers: { 'accept-encoding': 'identity', 'user-agent': 'Ratchet', ...headers },
    lookup: (_name, { all }, answer) => (all ? answer(null, [{ address, family }]) : answer(null, address, family)),
    signal,
    // One connection for each question: none is left that was checked earlier.
    agent: isTls ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
  }
  return new Promise((resolve, reject) => {
    const asked = isTls ? requestHttps(url, options, resolve) : requestHttp(url, options, resolve)
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Whether a connection failed for a reason that has a code, such as ECONNREFUSED. */
export function isOfTheLine(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}
