import { Pair, Stack } from '#design/Layout.tsx'
import { SheetWarnings } from '#product/sheet/ui/SheetWarnings.tsx'
import { isRefused } from '../analysis.ts'
import type { ResultShown } from '../result-api.ts'
import { sentenceOf } from '../sentence.ts'
import { LeftOut } from './LeftOut.tsx'
import { ResultChecks } from './ResultChecks.tsx'
import { ResultPicture } from './ResultPicture.tsx'
import { ResultSeries } from './ResultSeries.tsx'
import { ResultSites } from './ResultSites.tsx'
import { ResultStats } from './ResultStats.tsx'
import { useLines } from './use-lines.ts'

/** The evidence under the sentence: the pictures, the key figures, the checks, every site. */
export function ResultView({ result }: { result: ResultShown }) {
  const { sayAll } = useLines()
  const { analysis, question, picture, trialTitle, doubts } = result
  const all = doubts.flatMap((sheet) => sheet.doubts)
  const warnings = all.length > 0 && <SheetWarnings doubts={all} />
  if (isRefused(analysis)) return warnings
  const shown = { analysis, question }
  return (
    <>
      <ResultPicture {...shown} sentence={sayAll(sentenceOf(analysis, question).sentence)} title={trialTitle} />
      <ResultStats {...shown} every={picture.every} />
      <ResultSeries {...shown} picture={picture} title={trialTitle} />
      <div className="section">
        <Pair>
          <ResultChecks {...shown} />
          <ResultSites {...shown} />
        </Pair>
      </div>
      {(warnings || analysis.dropped.length > 0) && (
        <div className="section">
          <Stack gap="2">
            {warnings}
            <LeftOut dropped={analysis.dropped} />
          </Stack>
        </div>
      )}
    </>
  )
}
