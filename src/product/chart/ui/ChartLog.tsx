import { useState } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { List, ListItem } from '#design/List.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { ReasonDialog } from '#design/ReasonDialog.tsx'
import { Section } from '#design/Section.tsx'
import { useToast } from '#design/Toast.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay, useSigned } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import { type Chart, type EntryShown, movesLimits } from '../chart.ts'
import { chartApi } from '../chart-api.ts'
import type { Begun } from './ChartPicture.tsx'
import { sayPeriod } from './say-chart.ts'
import { useNames } from './use-names.ts'

interface ChartLogProps {
  chart: Pick<Chart, 'siteId' | 'definitions'>
  metric: Metric
  begun?: readonly Begun[] | undefined
}

/**
 * What was tried here, what the metric came to mean and what was written on the chart, newest first; what was taken back
 * stays in the list.
 */
export function ChartLog({ chart, metric, begun = [] }: ChartLogProps) {
  const log = useEndpoint(chartApi.entries, { id: metric.id })
  const [taken, setTaken] = useState<EntryShown | null>(null)
  const withdraw = useAction(chartApi.withdraw)
  const language = useLanguage()
  const nameOf = useNames()
  const may = useMay()
  const signed = useSigned()
  const toast = useToast()
  const here = log.data?.filter(({ siteId }) => siteId === null || siteId === chart.siteId) ?? []
  const period = (on: string) => sayPeriod(on, metric.every, language)

  async function takeBack(reason: string): Promise<void> {
    if (!taken || !(await withdraw.run({ id: taken.id, reason }))) return
    toast({ text: t('chart.taken-now') })
    setTaken(null)
  }

  function mayTakeBack(entry: EntryShown): boolean {
    if (entry.withdrawal) return false
    if (entry.byId === signed.personId && !movesLimits(entry)) return may('chart.write')
    return may('chart.arrange', { ownerId: metric.ownerId })
  }

  return (
    <Section title={t('chart.log')}>
      <ProblemNotice error={log.error} />
      {log.data && here.length + chart.definitions.length + begun.length === 0 && (
        <p className="small quiet">{t('chart.log-empty')}</p>
      )}
      <List>
        {begun.toReversed().map(({ key, on, toOn, kind, text, href }) => (
          <ListItem
            key={key}
            href={href}
            title={text}
            detail={
              <>
                <Badge tone="pending">{kind}</Badge>{' '}
                {toOn
                  ? t('chart.from-to', { from: period(on), to: period(toOn) })
                  : t('chart.going-on', { from: period(on) })}
              </>
            }
          />
        ))}
        {chart.definitions.map(({ version, fromOn, because }) => (
          <ListItem key={version} title={t('chart.definition', { version })} detail={because} meta={period(fromOn)} />
        ))}
        {here.map((entry) => (
          <ListItem
            key={entry.id}
            title={entry.says}
            detail={
              <>
                <Badge tone={entry.withdrawal ? undefined : 'pending'}>{t(`chart.kind.${entry.kind}`)}</Badge>{' '}
                {entry.toOn ? t('chart.from-to', { from: period(entry.on), to: period(entry.toOn) }) : period(entry.on)}
                {entry.effect === 'new-limits' && `. ${t('chart.new-limits')}`}
                {entry.effect === 'left-out' && `. ${t('chart.left-out')}`}
                {chart.siteId !== null && entry.siteId === null && `. ${t('chart.log-on-all')}`}
              </>
            }
            meta={
              entry.withdrawal
                ? t('chart.taken', { name: nameOf(entry.withdrawal.byId), reason: entry.withdrawal.reason })
                : t('chart.written-by', { name: nameOf(entry.byId), day: formatDay(dayOf(entry.at, 'UTC'), language) })
            }
            action={
              mayTakeBack(entry) && (
                <Button small variant="plain" onPress={() => setTaken(entry)}>
                  {t('chart.take-back')}
                </Button>
              )
            }
          />
        ))}
      </List>
      <ReasonDialog
        open={taken !== null}
        onClose={() => setTaken(null)}
        title={t('chart.take-back-title')}
        text={t('chart.take-back-text')}
        confirm={t('chart.take-back')}
        busy={withdraw.isBusy}
        error={withdraw.error?.field('#/reason') ?? withdraw.error?.problem.detail}
        onReason={(reason) => void takeBack(reason)}
      />
    </Section>
  )
}
