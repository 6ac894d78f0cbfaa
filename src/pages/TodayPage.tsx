import { Split } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { GoalsAside } from '#product/goal/ui/GoalsAside.tsx'
import { IdeaRows } from '#product/idea/ui/IdeaRows.tsx'
import { WriteIdea } from '#product/idea/ui/WriteIdea.tsx'
import { overviewApi } from '#product/overview/overview-api.ts'
import { FirstSteps } from '#product/overview/ui/FirstSteps.tsx'
import { NeedsYou } from '#product/overview/ui/NeedsYou.tsx'
import { ToldYou } from '#product/overview/ui/ToldYou.tsx'
import { SampleLink } from '#product/person/ui/SampleLink.tsx'
import { FailurePage } from './FailurePage.tsx'

/** What needs you, what you were told, what is new; and the one-field box on top. */
export function TodayPage() {
  const { data: today, error } = useEndpoint(overviewApi.today, {})
  if (error) return <FailurePage error={error} />
  return (
    // The box stands in the head: nothing comes before it.
    <Page title={t('frame.today')} titleHidden state={<WriteIdea />} tabTitle={t('frame.today')}>
      <Split
        aside={
          <>
            <GoalsAside />
            <SampleLink />
          </>
        }
      >
        {!today && <Skeleton lines={8} />}
        {today && (
          <>
            <FirstSteps steps={today.firstSteps} ideaId={today.newest[0]?.id ?? null} />
            <NeedsYou needs={today.needs} needsCount={today.needsCount} />
            <ToldYou told={today.told} />
            {today.newest.length > 0 && (
              <Section title={t('overview.newest')} end={<Link to="/ideas">{t('overview.everything')}</Link>}>
                <IdeaRows ideas={today.newest} />
              </Section>
            )}
          </>
        )}
      </Split>
    </Page>
  )
}
