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
import { adherenceOf, changedSites } from '../diary.ts'
import { type DiaryEntryShown, diaryApi } from '../diary-api.ts'
import { WriteEntry } from './WriteEntry.tsx'

/** What was written down while a trial ran, and a place to write. */
export function TrialDiary({ trial, body }: { trial: TrialShown; body: PlanBody }) {
  const may = useMay()
  const { data: entries, error } = useEndpoint(diaryApi.list, { id: trial.id })
  const sites = changedSites(body)
  return (
    <Section title={t('diary.title')} lead={t('diary.lead')}>
      <Stack gap="4">
        <ProblemNotice error={error} />
        {!entries && !error && <Skeleton lines={4} />}
        {entries && sites.length > 0 && <Adherence entries={entries} sites={sites} />}
        {may('diary.write') && trial.state !== 'decided' && <WriteEntry trial={trial} sites={sites} />}
        {entries?.length === 0 && <p className="small quiet">{t('diary.empty')}</p>}
        {entries && entries.length > 0 && <Written entries={entries} />}
      </Stack>
    </Section>
  )
}

/** Entries shown before somebody asks for all of them: what is to be done on this page stands below. */
const few = 5

function Written({ entries }: { entries: readonly DiaryEntryShown[] }) {
  const language = useLanguage()
  const [isAll, setAll] = useState(false)
  return (
    <>
      <Timeline
        moments={entries.slice(0, isAll ? entries.length : few).map((entry) => ({
          id: entry.id,
          state: 'done',
          when: t('diary.by', { name: entry.byName, day: formatDay(entry.onDay, language) }),
          title: titleOf(entry),
          detail: entry.text ?? undefined,
        }))}
      />
      {!isAll && entries.length > few && (
        <Row>
          <Button small onPress={() => setAll(true)}>
            {t('diary.all', { count: entries.length })}
          </Button>
        </Row>
      )}
    </>
  )
}

function titleOf({ kind, site, done }: DiaryEntryShown): string {
  if (kind === 'adherence') return t('diary.said', { site: site ?? '', done: done ?? 'no' })
  if (kind === 'rolled-back') return t('diary.site-put-back', { site: site ?? '' })
  return site === null ? t(`diary.kind.${kind}`) : `${t(`diary.kind.${kind}`)}: ${site}`
}

function Adherence({ entries, sites }: { entries: readonly DiaryEntryShown[]; sites: readonly string[] }) {
  const language = useLanguage()
  const { said, share } = adherenceOf(entries, sites)
  const known = said.filter(({ done }) => done !== null).length
  return (
    <p className="small">
      <strong>{t('diary.adherence')}: </strong>
      {share === null
        ? t('diary.adherence-none', { sites: sites.length })
        : t('diary.adherence-share', { known, sites: sites.length, share: formatShare(share, language) })}
    </p>
  )
}
