import { ButtonLink } from '#design/Button.tsx'
import { Empty } from '#design/Empty.tsx'
import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { filterIn } from '#product/trial/ui/filter-in.ts'
import { TrialList } from '#product/trial/ui/TrialList.tsx'
import { TrialTabs } from '#product/trial/ui/TrialTabs.tsx'

/** Every trial, newest first; the filter stands in the address. */
export function TrialsPage() {
  const [query] = useQueryText()
  const filter = filterIn(query)
  const isFiltered = Object.keys(filter).length > 0
  const addressOf = useAddress()
  return (
    <Page
      title={t('frame.trials')}
      tabTitle={t('frame.trials')}
      tabs={<TrialTabs filter={filter} />}
      actions={
        <>
          <ButtonLink small href={addressOf('/outlook')}>
            {t('outlook.page')}
          </ButtonLink>
          <ButtonLink small variant="plain" href={addressOf('/draws')}>
            {t('draw.all')}
          </ButtonLink>
        </>
      }
    >
      <TrialList filter={filter} empty={isFiltered ? <NoneLikeThat /> : <NoneYet />} />
    </Page>
  )
}

function NoneYet() {
  const may = useMay()
  const addressOf = useAddress()
  const choose = (
    <ButtonLink variant="primary" href={addressOf('/ideas?state=approved')}>
      {t('trial.empty-action')}
    </ButtonLink>
  )
  return (
    <Empty title={t('trial.empty')} action={may('trial.plan') && choose}>
      {t('trial.empty-help')}
    </Empty>
  )
}

function NoneLikeThat() {
  const addressOf = useAddress()
  return (
    <Empty
      title={t('trial.empty-filter')}
      action={<ButtonLink href={addressOf('/trials')}>{t('trial.show-all')}</ButtonLink>}
    >
      {t('trial.empty-filter-help')}
    </Empty>
  )
}
