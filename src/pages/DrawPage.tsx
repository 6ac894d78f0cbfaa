import { Badge } from '#design/Badge.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page, State } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { drawApi } from '#product/draw/draw-api.ts'
import { DrawRead } from '#product/draw/ui/DrawRead.tsx'
import { FailurePage } from './FailurePage.tsx'

/** One draw of lots: frozen, and drawn or not yet. */
export function DrawPage({ id }: { id: string }) {
  const { data: draw, error } = useEndpoint(drawApi.find, { id })
  const addressOf = useAddress()
  if (error) return <FailurePage error={error} />
  if (!draw) return <Loading />
  const { outcome } = draw
  return (
    <Page
      crumbs={[{ label: t('draw.all'), href: addressOf('/draws') }, { label: t('draw.this') }]}
      tabTitle={draw.about}
      sentence={draw.about}
      state={
        <State
          badge={<Badge tone={outcome ? 'good' : 'pending'}>{t(outcome ? 'draw.is-drawn' : 'draw.is-frozen')}</Badge>}
        >
          {t(outcome ? 'draw.is-drawn-says' : 'draw.is-frozen-says')}
        </State>
      }
    >
      <DrawRead draw={draw} />
    </Page>
  )
}
