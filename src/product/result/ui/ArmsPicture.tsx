import { ArmDots } from '#design/charts/ArmDots.tsx'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { DrawnOf } from '../drawn.ts'
import type { Question } from '../result.ts'
import { SavePicture } from './SavePicture.tsx'

interface ArmsPictureProps {
  question: Question
  drawn: DrawnOf<'arms'>
  confidence: number
  title: string
}

/** Both arms of a split, each with what fits its own figures. */
export function ArmsPicture({ question, drawn, confidence, title }: ArmsPictureProps) {
  const language = useLanguage()
  const { metric, isShare = false } = question
  const write = (value: number) => (isShare ? formatShare(value, language, 3) : formatNumber(value, language, 4))
  const [treated, comparison] = drawn.arms
  if (!treated || !comparison) return null
  return (
    <ArmDots
      title={t('result.two-arms', { metric: metric.name })}
      note={t('result.two-arms-note', { confidence: formatShare(confidence, language) })}
      sentence={t('result.two-arms-says', {
        treated: treated.name,
        treatedMean: write(treated.mean),
        comparison: comparison.name,
        comparisonMean: write(comparison.mean),
      })}
      unitText={isShare ? undefined : metric.unit}
      tick={isShare ? (value) => formatShare(value, language) : undefined}
      columns={[t('result.arm'), t('design.mean'), t('result.segment-range')]}
      arms={drawn.arms.map(({ name, units, mean, low, high }, at) => ({
        ...{ name, mean, low, high },
        group: at === 0 ? 'change' : 'compare',
        meanText: write(mean),
        detail: t('result.arm-units', { count: units }),
        rangeText:
          low === null || high === null
            ? t('result.no-range')
            : t('design.range', { low: write(low), high: write(high) }),
      }))}
      tools={<SavePicture name={title} />}
    />
  )
}
