import { IntervalPicture } from '#design/charts/IntervalPicture.tsx'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import { sidedOf, sidedRangeOf } from '../line.ts'
import { countedBy, facing, type Question } from '../result.ts'
import { inSpoken, scaled, spokenOf } from '../spoken.ts'
import { SavePicture } from './SavePicture.tsx'
import { useLines } from './use-lines.ts'

interface ResultPictureProps {
  analysis: AnsweredAnalysis
  question: Question
  /** The result in one sentence. */
  sentence: string
  title: string
}

/** The effect with its interval. Better is to the right, whichever way the metric counts. */
export function ResultPicture({ analysis, question, sentence, title }: ResultPictureProps) {
  const language = useLanguage()
  const { metric, worthHaving } = question
  const spoken = spokenOf(question)
  const found = inSpoken(analysis, spoken)
  const figures = facing(found, metric.better)
  const { better } = metric
  const { tell, unitText } = useLines()
  const { low, high } = found
  const sided = sidedOf(found, '')
  const unit = unitText(spoken.unit)
  const worth = worthHaving === null ? null : scaled(worthHaving, spoken.factor)
  return (
    <IntervalPicture
      {...figures}
      title={t('result.how-large', { metric: metric.name })}
      note={t(figures.low === null ? 'result.how-large-bare' : 'result.how-large-note', {
        unit: unit || metric.name,
        by: analysis.design === 'before-after' ? 'period' : countedBy(analysis),
        confidence: formatShare(analysis.confidence, language),
      })}
      sentence={sentence}
      worth={worth}
      worthText={
        worth === null ? undefined : t('result.smallest-worth', { size: `${formatNumber(worth, language, 6)} ${unit}` })
      }
      valueText={tell(sidedOf(found, spoken.unit)(found.estimate))}
      rangeText={low === null || high === null ? undefined : tell(sidedRangeOf(found, '')(low, high))}
      worseText={t(better === 'higher' ? 'result.lower-worse' : 'result.higher-worse')}
      betterText={t(better === 'higher' ? 'result.higher-better' : 'result.lower-better')}
      noIntervalText={t('result.no-interval')}
      // The picture is turned so that better is to the right; the words are the metric's own.
      write={(value) => tell(sided(better === 'higher' ? value : -value))}
      tools={<SavePicture name={title} />}
    />
  )
}
