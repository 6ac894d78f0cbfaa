import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { type Analysis, isRefused } from '../analysis.ts'
import type { Drawn } from '../drawn.ts'
import { analysePilotFigures } from './analyse-pilot-figures.ts'
import { analyseSeriesFigures } from './analyse-series-figures.ts'
import { analyseSplitFigures } from './analyse-split-figures.ts'
import { analyseStaggeredFigures } from './analyse-staggered-figures.ts'
import { analyseSwitchbackFigures } from './analyse-switchback-figures.ts'
import type { Asked } from './asked.ts'
import { readAlso } from './read-also.ts'

/** Everything that the figures of a trial can say, by its design; and what its picture is drawn from. Pure, and may take seconds. */
export function analyseFigures(figures: TrialFigures, asked: Asked): { analysis: Analysis; drawn: Drawn | null } {
  const { analysis, drawn } = analyseDesign(figures, asked)
  if (asked.isLook || isRefused(analysis) || !analysis.beside) return { analysis, drawn }
  const also = readAlso(figures, asked, analyseDesign)
  return { analysis: also.length === 0 ? analysis : { ...analysis, beside: { ...analysis.beside, also } }, drawn }
}

function analyseDesign(figures: TrialFigures, asked: Asked): { analysis: Analysis; drawn: Drawn | null } {
  switch (figures.design) {
    case 'pilot':
      return analysePilotFigures(figures, asked)
    case 'staggered':
      return analyseStaggeredFigures(figures, asked)
    case 'switchback':
      return analyseSwitchbackFigures(figures, asked)
    case 'before-after':
      return analyseSeriesFigures(figures, asked)
    case 'split':
      return analyseSplitFigures(figures, asked)
  }
}
