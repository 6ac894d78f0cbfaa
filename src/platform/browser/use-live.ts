import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refresh } from './use-endpoint.ts'

/** Keeps the pages of a workspace live: an event names what changed, and whatever shows it is asked for again. */
export function useLive(slug: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource(`/api/w/${encodeURIComponent(slug)}/live`)
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let wasOpen = false
    // Many events come at once when somebody works fast: one question answers them all.
    function askSoon(noun: string): void {
      changed.add(noun)
      timer ??= setTimeout(() => {
        timer = undefined
        void refresh(client, [...changed])
        changed.clear()
      }, 120)
    }
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const { event } = JSON.parse(data) as { event: string }
      askSoon(event.split('.')[0] ?? event)
    }
    source.onopen = () => {
      // What happened while the line was down is unknown, so everything is asked again.
      if (wasOpen) void client.invalidateQueries()
      wasOpen = true
    }
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [client, slug])
}
