import { IntervalPicture } from '#design/charts/IntervalPicture.tsx'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { PilotAnalysis } from '../analysis.ts'
import { sidedOf, sidedRangeOf } from '../line.ts'
import { facing, type Question } from '../result.ts'
import { SavePicture } from './SavePicture.tsx'
import { useLines } from './use-lines.ts'

interface ResultPictureProps {
  analysis: PilotAnalysis
  question: Question
  /** The result in one sentence. */
  sentence: string
  title: string
}

/** The effect with its interval. Better is to the right, whichever way the metric counts. */
export function ResultPicture({ analysis, question, sentence, title }: ResultPictureProps) {
  const language = useLanguage()
  const { metric, worthHaving } = question
  const figures = facing(analysis, metric.better)
  const { better } = metric
  const { tell } = useLines()
  const { low, high } = analysis
  const sided = sidedOf(analysis, '')
  return (
    <IntervalPicture
      {...figures}
      title={t('result.how-large', { metric: metric.name })}
      note={t(figures.low === null ? 'result.how-large-bare' : 'result.how-large-note', {
        unit: metric.unit,
        confidence: formatShare(analysis.confidence, language),
      })}
      sentence={sentence}
      worth={worthHaving}
      worthText={
        worthHaving === null
          ? undefined
          : t('result.smallest-worth', { size: `${formatNumber(worthHaving, language, 6)} ${metric.unit}` })
      }
      valueText={tell(sidedOf(analysis, metric.unit)(analysis.estimate))}
      rangeText={low === null || high === null ? undefined : tell(sidedRangeOf(analysis, '')(low, high))}
      worseText={t(better === 'higher' ? 'result.lower-worse' : 'result.higher-worse')}
      betterText={t(better === 'higher' ? 'result.higher-better' : 'result.lower-better')}
      noIntervalText={t('result.no-interval')}
      // The picture is turned so that better is to the right; the words are the metric's own.
      write={(value) => tell(sided(better === 'higher' ? value : -value))}
      tools={<SavePicture name={title} />}
    />
  )
}
