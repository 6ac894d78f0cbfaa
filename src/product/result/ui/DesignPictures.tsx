import { type AnsweredAnalysis, isPilot } from '../analysis.ts'
import type { Picture, Question } from '../result.ts'
import { ArmsPicture } from './ArmsPicture.tsx'
import { ResultSeries } from './ResultSeries.tsx'
import { SeriesPicture } from './SeriesPicture.tsx'
import { StaggeredPictures } from './StaggeredPictures.tsx'
import { SwitchbackPicture } from './SwitchbackPicture.tsx'
import { SyntheticPictures } from './SyntheticPictures.tsx'

interface DesignPicturesProps {
  analysis: AnsweredAnalysis
  question: Question
  picture: Picture
  title: string
}

/** The pictures that a design has beside the interval. */
export function DesignPictures({ analysis, question, picture, title }: DesignPicturesProps) {
  const { drawn, periods } = picture
  const shown = { question, title, periods }
  return (
    <>
      {isPilot(analysis) && <ResultSeries {...{ analysis, question, picture, title }} />}
      {drawn?.kind === 'synthetic' && analysis.design === 'pilot' && (
        <SyntheticPictures {...shown} drawn={drawn} since={drawn.since} />
      )}
      {drawn?.kind === 'arms' && analysis.design === 'split' && (
        <ArmsPicture question={question} title={title} drawn={drawn} confidence={analysis.confidence} />
      )}
      {drawn?.kind === 'waves' && analysis.design === 'staggered' && (
        <StaggeredPictures {...shown} drawn={drawn} analysis={analysis} />
      )}
      {drawn?.kind === 'strips' && analysis.design === 'switchback' && (
        <SwitchbackPicture {...shown} drawn={drawn} analysis={analysis} />
      )}
      {drawn?.kind === 'series' && <SeriesPicture {...shown} drawn={drawn} />}
    </>
  )
}
