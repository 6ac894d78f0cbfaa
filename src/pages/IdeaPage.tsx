import { Split } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useSigned } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { ideaApi } from '#product/idea/idea-api.ts'
import { IdeaAnswers } from '#product/idea/ui/IdeaAnswers.tsx'
import { IdeaMoves } from '#product/idea/ui/IdeaMoves.tsx'
import { IdeaStanding } from '#product/idea/ui/IdeaStanding.tsx'
import { IdeaWords } from '#product/idea/ui/IdeaWords.tsx'
import { mayUseRule } from '#product/rule/rule.ts'
import { JustTryIt } from '#product/rule/ui/JustTryIt.tsx'
import { RuleUses } from '#product/rule/ui/RuleUses.tsx'
import { IdeaTrials } from '#product/trial/ui/IdeaTrials.tsx'
import { VoteButton } from '#product/vote/ui/VoteButton.tsx'
import { FailurePage } from './FailurePage.tsx'

/** One idea: where it stands, what happens next and by whom, its words, and everything that was answered. */
export function IdeaPage({ id }: { id: string }) {
  const { data: idea, error } = useEndpoint(ideaApi.find, { id })
  const addressOf = useAddress()
  const signed = useSigned()
  if (error) return <FailurePage error={error} />
  if (!idea) return <Loading />
  return (
    <Page
      crumbs={[{ label: t('frame.ideas'), href: addressOf('/ideas') }, { label: t('idea.this') }]}
      tabTitle={idea.title}
      sentence={idea.title}
      state={<IdeaStanding idea={idea} />}
      actions={<IdeaMoves idea={idea} />}
    >
      <Split first={mayUseRule(idea, signed) && <JustTryIt idea={idea} />} aside={<RuleUses ideaId={id} />}>
        <IdeaWords idea={idea} />
        <VoteButton idea={idea} />
        <IdeaTrials ideaId={idea.id} />
        <IdeaAnswers idea={idea} />
      </Split>
    </Page>
  )
}
