import { Checkbox } from '#design/Checkbox.tsx'
import { Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { Table } from '#design/Table.tsx'
import { Tally } from '#design/Tally.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import type { CallFailed } from '#platform/browser/call.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Site } from '#product/site/site.ts'
import { siteApi } from '#product/site/site-api.ts'
import { KindField } from '#product/site/ui/SiteFields.tsx'
import type { ImportPreview } from '../import-preview.ts'
import { sayDoubt } from './say-doubt.ts'
import { sayFigure } from './say-figure.ts'
import { sayPeriod } from './say-period.ts'
import type { ImportReading } from './use-import-preview.ts'

interface ImportLookProps {
  metric: Metric
  reading: ImportReading
  isWhole: boolean
  newSites: Site['kind'] | null
  /** Null for whoever may not add sites. */
  onNewSites: ((kind: Site['kind'] | null) => void) | null
  failed: CallFailed | null
}

/** What would happen to every row, before anything does. */
export function ImportLook({ metric, reading, isWhole, newSites, onNewSites, failed }: ImportLookProps) {
  const language = useLanguage()
  const { preview, isReading } = reading
  const error = reading.error ?? failed
  if (error)
    return (
      <Notice tone="bad" live="polite" title={t('measurement.cannot-read')}>
        <p>{error.problem.detail}</p>
      </Notice>
    )
  if (!isWhole) return <p className="quiet">{t('measurement.choose-first')}</p>
  if (isReading || !preview) return <Loading text={t('sheet.reading')} />
  const count = (number: number) => formatNumber(number, language)
  const { firstOn, lastOn } = preview
  const period = (on: string) => sayPeriod(on, metric.every, language)
  return (
    <Stack gap="3">
      {firstOn !== null && lastOn !== null && (
        <p>
          {t('measurement.span', {
            rows: preview.rows,
            sites: preview.sites,
            first: period(firstOn),
            last: period(lastOn),
          })}
        </p>
      )}
      {preview.isPart && <Notice title={t('measurement.part')}>{t('measurement.part-help')}</Notice>}
      <Tally
        lines={(['added', 'unchanged', 'corrected', 'refused'] as const).map((id) => ({
          id,
          count: count(preview[id]),
          words: t(`measurement.tally.${id}`),
        }))}
      />
      <NewSites preview={preview} newSites={newSites} onNewSites={onNewSites} />
      {preview.doubts.length > 0 && (
        <Notice tone="warn" title={t('measurement.doubts', { count: preview.doubts.length })}>
          <ul>
            {preview.doubts.map((doubt) => (
              <li key={doubt.code}>{sayDoubt(doubt)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview.changes.length > 0 && <Changes metric={metric} changes={preview.changes} />}
    </Stack>
  )
}

function NewSites({
  preview,
  newSites,
  onNewSites,
}: Pick<ImportLookProps, 'newSites' | 'onNewSites'> & { preview: ImportPreview }) {
  const { count, names } = preview.newSites
  if (count === 0) return null
  const some = names.slice(0, 12).join(', ')
  return (
    <Notice title={t('measurement.new-sites', { count })}>
      <p>{names.length > 12 ? t('measurement.and-more', { names: some, more: count - 12 }) : some}</p>
      {onNewSites ? (
        <Stack gap="2">
          <Checkbox
            label={t('measurement.add-sites', { count })}
            checked={newSites !== null}
            onChange={(event) => onNewSites(event.target.checked ? 'shop' : null)}
          />
          {newSites !== null && <KindField value={newSites} onValue={onNewSites} />}
        </Stack>
      ) : (
        <p>{t('measurement.ask-for-sites')}</p>
      )}
    </Notice>
  )
}

function Changes({ metric, changes }: { metric: Metric; changes: ImportPreview['changes'] }) {
  const sites = useEndpoint(siteApi.list, {})
  const language = useLanguage()
  const nameOf = new Map(sites.data?.map(({ id, name }) => [id, name]))
  return (
    <Table
      dense
      captionShown
      caption={t('measurement.would-change')}
      rows={changes}
      rowKey={({ siteId, on }) => `${siteId} ${on}`}
      columns={[
        { id: 'site', header: t('measurement.site'), names: true, cell: ({ siteId }) => nameOf.get(siteId) ?? '' },
        { id: 'on', header: t('measurement.period'), cell: ({ on }) => sayPeriod(on, metric.every, language) },
        {
          id: 'before',
          header: t('measurement.is-now'),
          num: true,
          cell: ({ beforeValue: value, beforeDenominator: denominator }) => sayFigure({ value, denominator }, language),
        },
        {
          id: 'after',
          header: t('measurement.becomes'),
          num: true,
          cell: ({ afterValue: value, afterDenominator: denominator }) => sayFigure({ value, denominator }, language),
        },
      ]}
    />
  )
}
