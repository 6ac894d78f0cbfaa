import { OnOffStrips } from '#design/charts/OnOffStrips.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { SwitchbackAnalysis } from '../design-analyses.ts'
import type { DrawnOf } from '../drawn.ts'
import type { Question } from '../result.ts'
import { SavePicture } from './SavePicture.tsx'

interface SwitchbackPictureProps {
  analysis: SwitchbackAnalysis
  question: Question
  drawn: DrawnOf<'strips'>
  periods: readonly string[]
  title: string
}

/** Every site switching on and off, with the mean of each stretch. */
export function SwitchbackPicture({ analysis, question, drawn, periods, title }: SwitchbackPictureProps) {
  const language = useLanguage()
  const { metric } = question
  const [on, off] = analysis.groups.map(({ mean }) => (mean === null ? '' : formatNumber(mean, language, 4)))
  return (
    <OnOffStrips
      title={t('result.on-off', { metric: metric.name })}
      note={t('result.on-off-note', { carried: drawn.carryOver })}
      sentence={t('result.on-off-says', { sites: analysis.bySite.length, on: on ?? '', off: off ?? '' })}
      foot={drawn.more > 0 ? t('result.more-sites', { count: drawn.more }) : undefined}
      sites={drawn.sites}
      periods={periods}
      windowLength={drawn.windowLength}
      carryOver={drawn.carryOver}
      onText={t('result.on')}
      offText={t('result.off')}
      unitText={metric.unit}
      columns={[t('design.period'), t('design.site'), t('result.on-or-off'), t('result.value')]}
      tools={<SavePicture name={title} />}
    />
  )
}
