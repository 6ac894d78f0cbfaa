import { periodText } from '#design/charts/period.ts'
import { areYesNo } from '#design/charts/series.ts'
import { TwoGroupSeries } from '#design/charts/TwoGroupSeries.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { methodLines } from '../method-lines.ts'
import type { PilotAnalysis } from '../pilot-analysis.ts'
import type { Picture, Question } from '../result.ts'
import { SavePicture } from './SavePicture.tsx'
import { useFigureText } from './use-figure-text.ts'
import { useLines } from './use-lines.ts'

interface ResultSeriesProps {
  analysis: PilotAnalysis
  question: Question
  picture: Picture
  title: string
}

/** Both groups over time, the start of the change marked, and the way to the figures and the method. */
export function ResultSeries({ analysis, question, picture, title }: ResultSeriesProps) {
  const { say } = useLines()
  const language = useLanguage()
  const { metric } = question
  const { periods, lines } = picture
  const { groups, series, rows } = analysis
  const start = periods[analysis.periods.before] ?? ''
  const write = useFigureText(analysis)
  const [treated, comparison] = groups
  const words = { treated: treated.sites, comparison: comparison.sites, start: periodText(start, language) }
  const group = (role: 'treated' | 'comparison') => {
    const { sites, after } = role === 'treated' ? treated : comparison
    return {
      name: t(role === 'treated' ? 'sheet.with-change' : 'sheet.without-change'),
      detail: t('result.group-detail', { count: sites, after: write(after) }),
      means: series.map((point) => point[role]),
      sites: lines.filter((line) => line.treated === (role === 'treated')).map(({ values }) => values),
    }
  }
  return (
    <TwoGroupSeries
      title={t('result.over-time', { metric: metric.name })}
      note={t(areYesNo(lines.map(({ values }) => values)) ? 'result.over-time-means' : 'result.over-time-note')}
      sentence={t('result.over-time-says', {
        ...words,
        treatedBefore: write(treated.before),
        treatedAfter: write(treated.after),
        comparisonBefore: write(comparison.before),
        comparisonAfter: write(comparison.after),
      })}
      foot={
        <>
          {t('result.each-point')} <a href="#figures">{t('result.figures-count', { count: rows.used })}</a>.{' '}
          {say(methodLines(analysis).name)}. <a href="#method">{t('result.how-computed')}</a>
        </>
      }
      periods={periods}
      unitText={metric.unit}
      changed={group('treated')}
      compared={group('comparison')}
      change={{
        from: analysis.periods.before,
        text: t('sheet.change-starts', { period: periodText(start, language) }),
      }}
      tools={<SavePicture name={title} />}
    />
  )
}
