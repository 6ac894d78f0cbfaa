import { LineSeries } from '#design/charts/LineSeries.tsx'
import { periodText } from '#design/charts/period.ts'
import { lastOf } from '#design/charts/series.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { DrawnOf } from '../drawn.ts'
import type { Question } from '../result.ts'
import { SavePicture } from './SavePicture.tsx'

interface SeriesPictureProps {
  question: Question
  drawn: DrawnOf<'series'>
  periods: readonly string[]
  title: string
}

/** What happened, beside where it was heading: the distance between the two is the effect. */
export function SeriesPicture({ question, drawn, periods, title }: SeriesPictureProps) {
  const language = useLanguage()
  const { values, expected, since, by } = drawn
  const write = (value: number | null | undefined) =>
    value == null ? t('design.missing') : formatNumber(value, language, 3)
  const of = (end: 'estimate' | 'low' | 'high') => expected.map((each) => each?.[end] ?? null)
  const start = periods[since] ?? ''
  const last = lastOf(values)?.value
  const heading = lastOf(of('estimate'))?.value
  const unit = by === null ? question.metric.unit : undefined
  return (
    <LineSeries
      title={t('result.what-happened')}
      note={t('result.what-happened-note', { by: by ?? 0 })}
      sentence={t('result.what-happened-says', {
        before: since,
        after: periods.length - since,
        last: write(last),
        expected: write(heading),
      })}
      periods={periods}
      unitText={unit}
      lines={[
        {
          key: 'expected',
          name: t('result.expected'),
          value: write(heading),
          detail: write(heading),
          stroke: 'compare',
          means: of('estimate'),
          sites: [],
          band: { low: of('low'), high: of('high') },
        },
        {
          key: 'happened',
          name: t('result.happened'),
          value: write(last),
          detail: write(last),
          stroke: 'change',
          means: values,
          sites: [],
        },
      ]}
      change={{ from: since, text: t('result.change-from', { period: periodText(start, language) }) }}
      tools={<SavePicture name={title} />}
    />
  )
}
