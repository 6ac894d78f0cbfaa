import { ButtonLink } from '#design/Button.tsx'
import { Empty } from '#design/Empty.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { drawApi } from '#product/draw/draw-api.ts'
import { DrawRows } from '#product/draw/ui/DrawRows.tsx'
import { FailurePage } from './FailurePage.tsx'

/** Every draw of lots, also those that were announced and never drawn. */
export function DrawsPage() {
  const { data: draws, error } = useEndpoint(drawApi.list, {})
  const addressOf = useAddress()
  if (error) return <FailurePage error={error} />
  if (!draws) return <Loading />
  return (
    <Page title={t('draw.all')} tabTitle={t('draw.all')} lead={t('draw.all-lead')}>
      {draws.length > 0 ? (
        <DrawRows draws={draws} />
      ) : (
        <Empty
          title={t('draw.empty')}
          action={<ButtonLink href={addressOf('/outlook')}>{t('draw.to-outlook')}</ButtonLink>}
        >
          {t('draw.empty-help')}
        </Empty>
      )}
    </Page>
  )
}
