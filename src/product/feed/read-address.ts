import type { IncomingMessage } from 'node:http'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { findNamedHost, type NamedHost } from '#platform/named-host.ts'
import { askHost, checkedAddress, isOfTheLine } from './ask-host.ts'
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
  const { isPrivate } = allowedHost(url, hosts)
  const address = await checkedAddress({ name: url.hostname, isPrivate }, url.host, signal)
  return askHost(url, address, { headers: { accept: 'text/csv, */*;q=0.5', ...secret }, signal })
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
