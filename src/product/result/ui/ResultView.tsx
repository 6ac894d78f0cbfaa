import { Pair, Stack } from '#design/Layout.tsx'
import { SheetWarnings } from '#product/sheet/ui/SheetWarnings.tsx'
import { isRefused } from '../analysis.ts'
import type { ResultShown } from '../result-api.ts'
import { sentenceOf } from '../sentence.ts'
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
  if (isRefused(analysis)) return all.length > 0 ? <SheetWarnings doubts={all} /> : null
  const shown = { analysis, question }
  const sentence = sayAll(sentenceOf(analysis, question).sentence)
  return (
    <>
      <ResultPicture {...shown} sentence={sentence} title={trialTitle} />
      <ResultStats {...shown} />
      <ResultSeries {...shown} picture={picture} title={trialTitle} />
      <div className="section">
        <Pair>
          <ResultChecks {...shown} />
          <Stack gap="3">
            <ResultSites {...shown} />
            {all.length > 0 && <SheetWarnings doubts={all} />}
          </Stack>
        </Pair>
      </div>
    </>
  )
}
