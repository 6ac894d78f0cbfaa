import { Pair, Stack } from '#design/Layout.tsx'
import { SheetWarnings } from '#product/sheet/ui/SheetWarnings.tsx'
import { isPilot, isRefused } from '../analysis.ts'
import type { ResultShown } from '../result-api.ts'
import { sentenceOf } from '../sentence.ts'
import { DesignPictures } from './DesignPictures.tsx'
import { LeftOut } from './LeftOut.tsx'
import { ResultAlso } from './ResultAlso.tsx'
import { ResultBeside } from './ResultBeside.tsx'
import { ResultChecks } from './ResultChecks.tsx'
import { ResultExplained } from './ResultExplained.tsx'
import { ResultForecasts } from './ResultForecasts.tsx'
import { ResultPicture } from './ResultPicture.tsx'
import { ResultSegments } from './ResultSegments.tsx'
import { ResultSites } from './ResultSites.tsx'
import { ResultStats } from './ResultStats.tsx'
import { useLines } from './use-lines.ts'

/** What a page needs of a result to show it. */
type Viewed = Pick<ResultShown, 'analysis' | 'question' | 'forecasts' | 'picture' | 'trialTitle' | 'doubts'>

/** The evidence under the sentence: the pictures, the key figures, the checks, what else was asked, every site. */
export function ResultView({ result }: { result: Viewed }) {
  const { sayAll } = useLines()
  const { analysis, question, forecasts, picture, trialTitle, doubts } = result
  const all = doubts.flatMap((sheet) => sheet.doubts)
  const warnings = all.length > 0 && <SheetWarnings doubts={all} />
  if (isRefused(analysis)) return warnings
  const shown = { analysis, question }
  const dropped = isPilot(analysis) ? analysis.dropped : []
  return (
    <>
      <div>
        <ResultPicture {...shown} sentence={sayAll(sentenceOf(analysis, question).sentence)} title={trialTitle} />
        <ResultExplained {...shown} />
      </div>
      <ResultForecasts {...shown} forecasts={forecasts} />
      <ResultStats {...shown} every={picture.every} />
      <DesignPictures {...shown} picture={picture} title={trialTitle} />
      <div className="section">
        {isPilot(analysis) ? (
          <Pair>
            <ResultChecks {...shown} />
            <ResultSites analysis={analysis} question={question} />
          </Pair>
        ) : (
          <ResultChecks {...shown} />
        )}
      </div>
      <ResultBeside {...shown} />
      <ResultAlso analysis={analysis} />
      <ResultSegments {...shown} />
      {(warnings || dropped.length > 0) && (
        <div className="section">
          <Stack gap="2">
            {warnings}
            <LeftOut dropped={dropped} />
          </Stack>
        </div>
      )}
    </>
  )
}
