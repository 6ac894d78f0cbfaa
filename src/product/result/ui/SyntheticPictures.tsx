import { LineSeries } from '#design/charts/LineSeries.tsx'
import { periodText } from '#design/charts/period.ts'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { DrawnOf } from '../drawn.ts'
import type { Question } from '../result.ts'
import { SavePicture } from './SavePicture.tsx'

interface SyntheticPicturesProps {
  question: Question
  drawn: DrawnOf<'synthetic'>
  periods: readonly string[]
  since: number
  title: string
}

/** The site against its mixture, and its gap among those of all others. */
export function SyntheticPictures({ question, drawn, periods, since, title }: SyntheticPicturesProps) {
  const language = useLanguage()
  const { actual, synthetic, gaps, placebos, weights } = drawn
  const { metric } = question
  const after = gaps.slice(since)
  const gap = formatNumber(after.reduce((sum, value) => sum + value, 0) / Math.max(1, after.length), language, 3)
  const change = { from: since, text: t('result.change-from', { period: periodText(periods[since] ?? '', language) }) }
  const shares = weights
    .filter(({ weight }) => weight >= 0.005)
    .map(({ name, weight }) => `${name} ${formatShare(weight, language)}`)
    .join(', ')
  return (
    <>
      <LineSeries
        title={t('result.against-mixture', { metric: metric.name })}
        note={t('result.against-mixture-note')}
        sentence={t('result.against-mixture-says', { gap })}
        foot={t('result.weights', { weights: shares })}
        periods={periods}
        unitText={metric.unit}
        change={change}
        lines={[
          { key: 'mixture', name: t('result.mixture'), stroke: 'compare', means: synthetic, sites: [] },
          { key: 'actual', name: t('result.with-change'), stroke: 'change', means: actual, sites: [] },
        ]}
        tools={<SavePicture name={title} />}
      />
      {placebos.length > 0 && (
        <LineSeries
          title={t('result.placebos')}
          note={t('result.placebos-note')}
          sentence={t('result.placebos-says', { count: placebos.length, gap })}
          periods={periods}
          unitText={metric.unit}
          change={change}
          zero
          lines={[
            {
              key: 'placebos',
              name: '',
              stroke: 'compare',
              means: periods.map(() => null),
              sites: placebos.map((each) => each.gaps),
            },
            { key: 'gap', name: t('result.gap'), value: gap, stroke: 'change', means: gaps, sites: [] },
          ]}
          tools={<SavePicture name={title} />}
        />
      )}
    </>
  )
}
