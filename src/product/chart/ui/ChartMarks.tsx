import { useState } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { Section } from '#design/Section.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { firstDayOf } from '#product/measurement/period.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Chart, ChartEntry } from '../chart.ts'
import { type Mark, marksOf, wordsOn } from '../marks-of.ts'
import { asDrawn, sayPeriod, saySince, sayWhole } from './say-chart.ts'
import { useNames } from './use-names.ts'
import { WriteWhy } from './WriteWhy.tsx'

/** So many of the latest; the others when somebody asks. */
const shown = 8

/** What stands out on a chart, each under its number with its reason, or with who was asked for it. */
export function ChartMarks({ chart, metric }: { chart: Chart; metric: Metric }) {
  const [isAll, setAll] = useState(false)
  const [asked, setAsked] = useState<Mark | null>(null)
  const marks = marksOf(chart)
  const latest = isAll ? marks : marks.slice(-shown)
  return (
    <Section title={t('chart.marks')}>
      {marks.length === 0 && <p className="small quiet">{t('chart.marks-none')}</p>}
      {latest.length < marks.length && (
        <Button variant="plain" small onPress={() => setAll(true)}>
          {t('chart.marks-earlier', { count: marks.length - latest.length })}
        </Button>
      )}
      {marks.length > 0 && (
        <ol className="marks">
          {latest.map((mark) => (
            <MarkRow key={mark.number} mark={mark} chart={chart} metric={metric} onWhy={() => setAsked(mark)} />
          ))}
        </ol>
      )}
      {asked && <WriteWhy mark={asked} chart={chart} metric={metric} onClose={() => setAsked(null)} />}
    </Section>
  )
}

interface MarkRowProps {
  mark: Mark
  chart: Chart
  metric: Metric
  onWhy: () => void
}

function MarkRow({ mark, chart, metric, onWhy }: MarkRowProps) {
  const language = useLanguage()
  const may = useMay()
  const nameOf = useNames()
  const { main, others, side, at } = mark
  const words = wordsOn(mark, chart.entries, (on) => firstDayOf(on, metric.every))
  const owner = nameOf(metric.ownerId)
  const only = at.length === 1 ? chart.points[at[0] ?? -1] : undefined
  const when = only
    ? `${sayPeriod(only.on, metric.every, language)}, ${only.figure === null ? '' : sayWhole(only.figure, asDrawn(metric, chart.method), language)}.`
    : `${upper(saySince(mark.fromOn, metric.every, language))}.`
  const isOpen = words.length === 0 && side === 'worse'
  const more = [...new Set(others.map(({ reason }) => reason))].filter((reason) => reason !== main.reason)
  return (
    <li>
      <span className="strong">{mark.number}</span>
      <div>
        <strong>{when}</strong>{' '}
        <span className="quiet">
          {words.map((entry) => (
            <Said key={entry.id} entry={entry} name={nameOf(entry.byId)} />
          ))}
          {isOpen && t('chart.no-reason')} {isOpen && owner !== '' && t('chart.asked', { name: owner })}
        </span>
        {more.length > 0 && <p className="xs quiet">{more.join('; ')}.</p>}
      </div>
      <span className="mark-end">
        <Badge tone={side === 'better' ? 'good' : isOpen ? 'warn' : undefined}>{main.reason}</Badge>
        {may('chart.write') && words.length === 0 && (
          <Button small variant={isOpen ? 'default' : 'plain'} onPress={onWhy}>
            {t('chart.why')}
          </Button>
        )}
      </span>
    </li>
  )
}

function Said({ entry, name }: { entry: ChartEntry; name: string }) {
  const language = useLanguage()
  const { says, effect, at } = entry
  return (
    <span>
      {/[.!?]$/.test(says) ? says : `${says}.`} {effect === 'left-out' && t('chart.left-out')}{' '}
      {effect === 'new-limits' && t('chart.new-limits')}{' '}
      {t('chart.written-by', { name, day: formatDay(dayOf(at, 'UTC'), language) })}{' '}
    </span>
  )
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
