import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useContext, useRef } from 'react'
import type { z } from 'zod'
import type { Endpoint, Scope } from '../anywhere/endpoint.ts'
import { CallFailed, call, newKey } from './call.ts'
import { HereContext } from './signed.ts'

/** Answers are kept until an event says that they are stale; a lost connection is tried again, a refusal is not. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      refetchOnWindowFocus: true,
    },
    mutations: {
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      retryDelay: (failures) => 400 * 2 ** failures,
      // Offline, a write fails with words instead of waiting unseen.
      networkMode: 'always',
    },
  },
})

export interface Asked<T> {
  /** Undefined until there is an answer. An endpoint that may answer null hands that on: nothing there, and that is known. */
  readonly data: T | undefined
  readonly error: CallFailed | null
  readonly isLoading: boolean
}

interface AskOptions {
  /** False waits. Default true. */
  readonly enabled?: boolean
  /** Shows the answer to the last question while the next is on its way: for filters and searches, never for another object. */
  readonly keepsLast?: boolean
  /** The workspace's part of the address, where the page does not stand inside one yet. */
  readonly workspace?: string
  /** Asks again after so many milliseconds: for what no event tells, such as how far something is. */
  readonly everyMs?: number
}

/** Asks an endpoint that reads, and asks again when something it shows has changed. */
export function useEndpoint<Input extends z.ZodType, Output extends z.ZodType, In extends Scope>(
  endpoint: Endpoint<Input, Output, In>,
  input: z.input<Input>,
  { enabled = true, keepsLast = false, workspace, everyMs }: AskOptions = {},
): Asked<z.output<Output>> {
  const here = useContext(HereContext)
  const slug = workspace ?? here?.slug ?? ''
  const asked = useQuery<z.output<Output> | null>({
    queryKey: [nounOf(endpoint), slug, endpoint.method, endpoint.path, input],
    // An answer without a body is kept as null: what is undefined counts as never asked.
    queryFn: async ({ signal }) => (await call(endpoint, input, { signal, workspace: slug })) ?? null,
    meta: { watches: endpoint.watches },
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keepsLast ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    data: asked.data as z.output<Output> | undefined,
    error: asFailure(asked.error),
    isLoading: asked.isPending && enabled,
  }
}

export interface Action<In, Out> {
  /** Does it once; a press while it is on its way does nothing. Resolves with the answer, or undefined when it failed. */
  run(input: In, body?: Blob): Promise<Out | undefined>
  /** The same for an endpoint without an answer: whether it worked. */
  succeeds(input: In): Promise<boolean>
  readonly isBusy: boolean
  readonly error: CallFailed | null
  readonly data: Out | undefined
  reset(): void
}

/**
 * Calls an endpoint that writes. One key for each press, kept over retries, so that a write whose answer was lost is not
 * done twice. Afterwards everything shown of the same noun is asked again.
 */
export function useAction<Input extends z.ZodType, Output extends z.ZodType, In extends Scope>(
  endpoint: Endpoint<Input, Output, In>,
): Action<z.input<Input>, z.output<Output>> {
  const here = useContext(HereContext)
  const client = useQueryClient()
  const isRunning = useRef(false)
  const mutation = useMutation({
    mutationFn: ({ input, body, key }: { input: z.input<Input>; body: Blob | undefined; key: string }) =>
      call(endpoint, input, {
        ...(endpoint.reads ? {} : { key }),
        ...(body ? { body } : {}),
        ...(here ? { workspace: here.slug } : {}),
      }),
    onSuccess: (_answer, { input }) => {
      // What was removed is not asked for again: its page is about to close.
      if (endpoint.method === 'DELETE') forget(client, nounOf(endpoint), input)
      if (!endpoint.reads) void refresh(client, [nounOf(endpoint)])
    },
  })
  async function attempt(input: z.input<Input>, body?: Blob): Promise<{ answer: z.output<Output> } | null> {
    if (isRunning.current) return null
    isRunning.current = true
    try {
      return { answer: await mutation.mutateAsync({ input, body, key: newKey() }) }
    } catch (error) {
      if (error instanceof CallFailed) return null
      throw error
    } finally {
      isRunning.current = false
    }
  }
  return {
    run: async (input, body) => (await attempt(input, body))?.answer,
    succeeds: async (input) => (await attempt(input)) !== null,
    isBusy: mutation.isPending,
    error: asFailure(mutation.error),
    data: mutation.data,
    reset: mutation.reset,
  }
}

/** Asks again for everything that shows one of `nouns`. */
export function refresh(client: QueryClient, nouns: readonly string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      nouns.includes(String(queryKey[0])) ||
      nouns.some((noun) => (meta?.['watches'] as readonly string[] | undefined)?.includes(noun)),
  })
}

function forget(client: QueryClient, noun: string, input: unknown): void {
  const id = (input as { id?: string }).id
  if (id === undefined) return
  client.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] === noun && (queryKey[4] as { id?: string }).id === id,
  })
}

function nounOf({ policy }: { policy: string }): string {
  return policy.split('.')[0] ?? policy
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof CallFailed && (error.problem.status === 0 || error.problem.status === 503)
}

function asFailure(error: unknown): CallFailed | null {
  if (!error) return null
  if (error instanceof CallFailed) return error
  throw error
}
