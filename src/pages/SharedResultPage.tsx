import { Grade } from '#design/Grade.tsx'
import { Loading } from '#design/Loading.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { Page } from '#design/Page.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { sentenceOf } from '#product/result/sentence.ts'
import type { SharedResult } from '#product/result/shared-result.ts'
import { sharedResultApi } from '#product/result/shared-result-api.ts'
import { ResultMethod } from '#product/result/ui/ResultMethod.tsx'
import { ResultView } from '#product/result/ui/ResultView.tsx'
import { useLines } from '#product/result/ui/use-lines.ts'
import { DoorPage } from './DoorPage.tsx'
import { useLinkToken } from './use-link-token.ts'

/** One result, for somebody who followed a link and has no place in the workspace. There is nothing to do here but read. */
export function SharedResultPage() {
  const token = useLinkToken()
  const opened = useEndpoint(sharedResultApi.open, { token })
  if (opened.isLoading) return <Loading />
  if (!opened.data)
    return (
      <DoorPage title={t('result.shared')}>
        <ProblemNotice error={opened.error} />
      </DoorPage>
    )
  return <Shown result={opened.data} />
}

function Shown({ result }: { result: SharedResult }) {
  const { sayAll } = useLines()
  const { analysis, question, grade, placeName, expiresAt, trialTitle } = result
  const { sentence, lead } = sentenceOf(analysis, question)
  return (
    <main className="shared" id="main">
      <Page
        tabTitle={trialTitle}
        crumbs={[{ label: placeName }, { label: trialTitle }]}
        grade={grade && <Grade of={grade} large />}
        sentence={sayAll(sentence)}
        lead={sayAll(lead)}
        state={
          <p className="small quiet">
            {t('result.shared-by', { place: placeName })} <InstantText at={expiresAt} />
          </p>
        }
      >
        <ResultView result={{ ...result, doubts: [] }} />
        <ResultMethod result={result} />
      </Page>
    </main>
  )
}
