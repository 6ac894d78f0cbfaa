import { ButtonLink } from '#design/Button.tsx'
import { Empty } from '#design/Empty.tsx'
import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { filterIn } from '#product/idea/ui/filter-in.ts'
import { IdeaList } from '#product/idea/ui/IdeaList.tsx'
import { IdeaTabs } from '#product/idea/ui/IdeaTabs.tsx'
import { VoteButton } from '#product/vote/ui/VoteButton.tsx'

/** Every idea, newest first; the filter stands in the address. */
export function IdeasPage() {
  const [query] = useQueryText()
  const filter = filterIn(query)
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Page title={t('frame.ideas')} tabTitle={t('frame.ideas')} tabs={<IdeaTabs filter={filter} />}>
      <IdeaList
        filter={filter}
        empty={isFiltered ? <NoneLikeThat /> : <NoneYet />}
        end={(idea, all) => <VoteButton idea={idea} among={all} />}
      />
    </Page>
  )
}

function NoneYet() {
  const may = useMay()
  const addressOf = useAddress()
  const write = (
    <ButtonLink variant="primary" href={addressOf('/?write')}>
      {t('frame.write')}
    </ButtonLink>
  )
  return (
    <Empty title={t('idea.empty')} action={may('idea.write') && write}>
      {t('idea.empty-help')}
    </Empty>
  )
}

function NoneLikeThat() {
  const addressOf = useAddress()
  return (
    <Empty
      title={t('idea.empty-filter')}
      action={<ButtonLink href={addressOf('/ideas')}>{t('idea.show-all')}</ButtonLink>}
    >
      {t('idea.empty-filter-help')}
    </Empty>
  )
}
