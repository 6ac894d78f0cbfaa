import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { isListed } from '#platform/http/address-list.ts'
import { findNamedHost, type NamedHost } from '#platform/named-host.ts'
import type { FeedSource, Mark } from './feed.ts'
import { type Fetched, receiveFeed, tooLarge } from './fetched.ts'

type AddressSource = Extract<FeedSource, { kind: 'address' }>

interface Asking {
  hosts: readonly NamedHost[]
  secret: string | null
  mark: Mark | null
  /** Milliseconds for all of it. */
  ms?: number
}

const redirectsFollowed = 3

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

/**
 * What an address of a named host gives now, unless it is the same as before. The connection goes to the very network
 * address that was checked, and a redirect leads to no other host.
 * @throws {Problem} saying why there is none.
 */
export async function readAddress(source: AddressSource, { hosts, secret, mark, ms }: Asking): Promise<Fetched> {
  const signal = AbortSignal.timeout(ms ?? limits.feedMs)
  const seconds = (ms ?? limits.feedMs) / 1000
  let url = new URL(source.url)
  const { host } = url
  try {
    for (let hops = 0; ; hops++) {
      const headers = secret !== null && source.header !== null ? { [source.header]: secret } : {}
      const answer = await ask(url, hosts, headers, signal)
      const next = redirectOf(answer, url)
      if (next === null) return await taken(answer, url, mark)
      answer.destroy()
      if (next.host !== host || next.protocol !== url.protocol || hops === redirectsFollowed)
        throw new Problem('bad-input', 'feed.problem.redirected', { host: next.host })
      url = next
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    if (signal.aborted) throw new Problem('bad-input', 'feed.problem.slow', { host, seconds })
    if (isOfTheLine(error)) throw new Problem('bad-input', 'feed.problem.unreachable', { host, code: error.code })
    throw error
  }
}

/** The entry of the list that allows to ask `url`. @throws {Problem} `bad-input` when there is none. */
export function allowedHost(url: URL, hosts: readonly NamedHost[]): NamedHost {
  if (url.username || url.password) throw new Problem('bad-input', 'feed.problem.password-in-address')
  const named = findNamedHost(url, hosts)
  if (!named) throw new Problem('bad-input', 'feed.problem.host-not-allowed', { host: url.host })
  return named
}

async function ask(
  url: URL,
  hosts: readonly NamedHost[],
  secret: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const pinned = await checkedAddress(url, allowedHost(url, hosts), signal)
  const isTls = url.protocol === 'https:'
  const options: RequestOptions = {
    headers: { accept: 'text/csv, */*;q=0.5', 'accept-encoding': 'identity', 'user-agent': 'Ratchet', ...secret },
    lookup: pinned,
    signal,
    // One connection for each question: none is left that was checked earlier.
    agent: isTls ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
  }
  return new Promise((resolve, reject) => {
    const asked = isTls ? requestHttps(url, options, resolve) : requestHttp(url, options, resolve)
    asked.on('error', reject)
    asked.end()
  })
}

/** Where the host's name leads, as a look-up that always answers just that. */
async function checkedAddress(url: URL, named: NamedHost, signal: AbortSignal): Promise<LookupFunction> {
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await within(signal, lookup(name, { all: true }))
  // Whoever writes the number of an address in the list means that one.
  if (!isIP(name)) {
    const refused = named.isPrivate ? noHosts : [...noHosts, ...ownNetworks]
    if (found.some(({ address }) => isListed(address, refused)))
      throw new Problem('bad-input', 'feed.problem.own-network', { host: url.host })
  }
  const [first] = found
  if (!first) throw new Problem('bad-input', 'feed.problem.unreachable', { host: url.host, code: 'ENOTFOUND' })
  return (_name, { all }, answer) =>
    all ? answer(null, [{ address: first.address, family: first.family }]) : answer(null, first.address, first.family)
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, url: URL): URL | null {
  if (statusCode < 300 || statusCode > 399 || location === undefined) return null
  return URL.parse(location, url)
}

async function taken(answer: IncomingMessage, url: URL, mark: Mark | null): Promise<Fetched> {
  const { statusCode = 0, headers } = answer
  try {
    if (statusCode !== 200)
      throw new Problem('bad-input', 'feed.problem.status', { host: url.host, status: statusCode })
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Problem('bad-input', 'feed.problem.packed', { host: url.host })
    if (Number(headers['content-length'] ?? 0) > limits.feedBytes) throw tooLarge()
    const content = await receiveFeed(answer)
    const name = decodedName(url)
    const found = { name, size: content.size, stamp: content.sha256 }
    if (mark?.name !== name || mark.stamp !== found.stamp) return { mark: found, content }
    await content.discard()
    return { mark: found, content: null }
  } finally {
    answer.destroy()
  }
}

function decodedName(url: URL): string {
  return (url.pathname.split('/').at(-1) || url.hostname).slice(0, 200)
}

function isOfTheLine(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
