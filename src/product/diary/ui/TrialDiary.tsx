import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Timeline } from '#design/Timeline.tsx'
import { formatDay, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { adherenceOf, changedSites, type DiaryEntryId } from '../diary.ts'
import { type DiaryEntryShown, type DiaryPage, diaryApi } from '../diary-api.ts'
import { WriteEntry } from './WriteEntry.tsx'

/** What was written down while a trial ran, and a place to write. */
export function TrialDiary({ trial, body }: { trial: TrialShown; body: PlanBody }) {
  const may = useMay()
  const { data: diary, error } = useEndpoint(diaryApi.list, { id: trial.id })
  const sites = changedSites(body)
  return (
    <Section title={t('diary.title')} lead={t('diary.lead')}>
      <Stack gap="4">
        <ProblemNotice error={error} />
        {!diary && !error && <Skeleton lines={4} />}
        {diary && sites.length > 0 && <Adherence said={diary.said} sites={sites} />}
        {may('diary.write') && trial.state !== 'decided' && <WriteEntry trial={trial} sites={sites} />}
        {diary?.entries.length === 0 && <p className="small quiet">{t('diary.empty')}</p>}
        {diary && diary.entries.length > 0 && <Newest trial={trial} diary={diary} />}
      </Stack>
    </Section>
  )
}

/** Entries shown before somebody asks for more: what is to be done on this page stands below. */
const few = 5

function Newest({ trial, diary }: { trial: TrialShown; diary: DiaryPage }) {
  const [isMore, setMore] = useState(false)
  const { entries } = diary
  if (isMore || entries.length <= few) return <Written trial={trial} diary={diary} />
  return (
    <>
      <Entries entries={entries.slice(0, few)} />
      <More label={t('diary.more')} onPress={() => setMore(true)} />
    </>
  )
}

/** One part of the diary, and the one before it once somebody asks for it. */
function Written({ trial, diary: { entries, next } }: { trial: TrialShown; diary: DiaryPage }) {
  const [isOlder, setOlder] = useState(false)
  return (
    <>
      <Entries entries={entries} />
      {next !== null && !isOlder && <More label={t('diary.older')} onPress={() => setOlder(true)} />}
      {next !== null && isOlder && <Older trial={trial} before={next} />}
    </>
  )
}

function Older({ trial, before }: { trial: TrialShown; before: DiaryEntryId }) {
  const { data: diary, error } = useEndpoint(diaryApi.list, { id: trial.id, before })
  if (error) return <ProblemNotice error={error} />
  return diary ? <Written trial={trial} diary={diary} /> : <Skeleton lines={4} />
}

function More({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Row>
      <Button small onPress={onPress}>
        {label}
      </Button>
    </Row>
  )
}

function Entries({ entries }: { entries: readonly DiaryEntryShown[] }) {
  const language = useLanguage()
  return (
    <Timeline
      moments={entries.map((entry) => ({
        id: entry.id,
        state: 'done',
        when: t('diary.by', { name: entry.byName, day: formatDay(entry.onDay, language) }),
        title: titleOf(entry),
        detail: entry.text ?? undefined,
      }))}
    />
  )
}

function titleOf({ kind, site, done }: DiaryEntryShown): string {
  if (kind === 'adherence') return t('diary.said', { site: site ?? '', done: done ?? 'no' })
  if (kind === 'rolled-back') return t('diary.site-put-back', { site: site ?? '' })
  return site === null ? t(`diary.kind.${kind}`) : `${t(`diary.kind.${kind}`)}: ${site}`
}

function Adherence({ said, sites }: { said: DiaryPage['said']; sites: readonly string[] }) {
  const language = useLanguage()
  const { known, share } = adherenceOf(said, sites)
  return (
    <p className="small">
      <strong>{t('diary.adherence')}: </strong>
      {share === null
        ? t('diary.adherence-none', { sites: sites.length })
        : t('diary.adherence-share', { known, sites: sites.length, share: formatShare(share, language) })}
    </p>
  )
}
