import { formatInstant } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Feed, FeedSource } from '../feed.ts'
import type { RunShown } from '../feed-api.ts'

/** Where a feed reads, in a few words. */
export function saySource(source: FeedSource): string {
  if (source.kind === 'folder')
    return t('feed.from-folder', { pattern: source.pattern, folder: source.folder || 'top' })
  if (source.kind === 'query') return t('feed.from-query', { name: source.name, database: source.database })
  return t('feed.from-address', { host: source.url.replace(/^https?:\/\//, '') })
}

export function sayRhythm({ rhythm }: Pick<Feed, 'rhythm'>): string {
  if (rhythm.every === 'hour') return t('feed.said-rhythm.hour')
  if (rhythm.every === 'day') return t('feed.said-rhythm.day', { hour: rhythm.atHour })
  return t('feed.said-rhythm.week', { day: rhythm.on, hour: rhythm.atHour })
}

/** What became of a run, and when. */
export function sayRun(run: RunShown, language: Language): string {
  const at = formatInstant(run.endedAt, language)
  if (run.outcome === 'unchanged') return t('feed.outcome.unchanged', { at })
  if (run.outcome === 'failed') return t('feed.outcome.failed', { at, problem: run.problem ?? '' })
  const { added, corrected, unchanged, refused } = run
  return t('feed.outcome.stored', { at, added, corrected, unchanged, refused })
}
