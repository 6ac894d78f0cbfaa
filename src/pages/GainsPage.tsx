import { ButtonLink } from '#design/Button.tsx'
import { Empty } from '#design/Empty.tsx'
import { Pair } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { gainApi } from '#product/gain/gain-api.ts'
import { GradeTotals } from '#product/gain/ui/GradeTotals.tsx'
import { Ledger } from '#product/gain/ui/Ledger.tsx'
import { MeasureAgain } from '#product/gain/ui/MeasureAgain.tsx'
import { TriedTally, triedCount } from '#product/gain/ui/TriedTally.tsx'
import { goalApi } from '#product/goal/goal-api.ts'
import { FailurePage } from './FailurePage.tsx'

/** What the changes add up to, by evidence; everything that was tried; what is to be measured again; and the ledger. */
export function GainsPage() {
  const [query] = useQueryText()
  const goal = query.get('goal')
  const filter = goal === null ? {} : { goal }
  const { data: totals, error } = useEndpoint(gainApi.totals, filter, { keepsLast: true })
  if (error) return <FailurePage error={error} />
  if (!totals) return <Loading />
  const count = triedCount(totals.tried)
  const head = { title: t('frame.gains'), tabTitle: t('frame.gains'), tabs: <GoalTabs current={goal} /> }
  if (count === 0)
    return (
      <Page {...head}>
        <Nothing isFiltered={goal !== null} />
      </Page>
    )
  const { gain, harm } = totals.tried
  return (
    <Page {...head} sentence={t('gain.headline', { gain, count })} lead={t('gain.headline-lead', { harm })}>
      <Pair>
        <GradeTotals metrics={totals.metrics} />
        <TriedTally tried={totals.tried} />
      </Pair>
      {goal === null && <MeasureAgain />}
      <Ledger key={goal} filter={filter} />
    </Page>
  )
}

/** All of it, or what serves one goal. */
function GoalTabs({ current }: { current: string | null }) {
  const { data: goals } = useEndpoint(goalApi.list, {})
  const addressOf = useAddress()
  if (!goals || goals.length === 0) return null
  const all = { href: addressOf('/gains'), label: t('gain.all-goals'), current: current === null }
  return (
    <Tabs
      label={t('frame.goals')}
      tabs={[
        all,
        ...goals
          .slice(0, most)
          .map(({ id, title }) => ({ href: addressOf(`/gains?goal=${id}`), label: title, current: current === id })),
      ]}
    />
  )
}

/** Goals that a line of tabs holds; the others are reached from their own pages. */
const most = 6

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const addressOf = useAddress()
  return (
    <Empty
      title={t(isFiltered ? 'gain.empty-goal' : 'gain.empty')}
      action={<ButtonLink href={addressOf('/trials')}>{t('gain.to-trials')}</ButtonLink>}
    >
      {t('gain.empty-help')}
    </Empty>
  )
}
