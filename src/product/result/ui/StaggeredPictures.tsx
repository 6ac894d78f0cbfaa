import { EffectsByTime } from '#design/charts/EffectsByTime.tsx'
import { WaveStrips } from '#design/charts/WaveStrips.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { StaggeredAnalysis } from '../design-analyses.ts'
import type { DrawnOf } from '../drawn.ts'
import type { Question } from '../result.ts'
import { SavePicture } from './SavePicture.tsx'

interface StaggeredPicturesProps {
  analysis: StaggeredAnalysis
  question: Question
  drawn: DrawnOf<'waves'>
  periods: readonly string[]
  title: string
}

/** The effect by time since the start, and a small strip of who had it when. */
export function StaggeredPictures({ analysis, question, drawn, periods, title }: StaggeredPicturesProps) {
  const language = useLanguage()
  const effects = analysis.study?.byTime ?? []
  const last = effects.at(-1)
  return (
    <>
      {last && (
        <EffectsByTime
          title={t('result.by-time')}
          note={t('result.by-time-note')}
          sentence={t('result.by-time-says', {
            before: effects.filter(({ at }) => at < 0).length,
            after: effects.filter(({ at }) => at >= 0).length,
            last: formatNumber(last.estimate, language, 3),
          })}
          effects={effects}
          startText={t('result.change-starts')}
          axisText={t('result.since-start')}
          unitText={question.metric.unit}
          columns={[t('result.since-start'), t('result.effect'), t('result.low'), t('result.high')]}
          tools={<SavePicture name={title} />}
        />
      )}
      <WaveStrips
        title={t('result.waves')}
        note={t('result.waves-note')}
        sentence={t('result.waves-says', { waves: drawn.waves.filter(({ since }) => since !== null).length })}
        periods={periods}
        waves={drawn.waves.map(({ since, sites }) => ({
          ...{ since, sites },
          name:
            since === null
              ? t('result.wave-never', { sites })
              : t('result.wave', { sites, start: periods[since] ?? '' }),
        }))}
        columns={[t('result.wave-head'), t('result.wave-start'), t('result.wave-sites')]}
        neverText={t('result.never')}
        tools={<SavePicture name={title} />}
      />
    </>
  )
}
