import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { Keys } from '#product/key/ui/Keys.tsx'
import { MakeKey } from '#product/key/ui/MakeKey.tsx'

/** The ways in for programs. */
export function KeysPage() {
  const may = useMay()
  const addressOf = useAddress()
  return (
    <Page
      crumbs={[{ label: t('frame.settings'), href: addressOf('/settings') }, { label: t('key.title') }]}
      title={t('key.title')}
      lead={t('key.lead')}
      state={<p className="small quiet">{t(may('key.make') ? 'key.next' : 'key.viewer')}</p>}
      actions={may('key.make') && <MakeKey />}
      tabTitle={t('key.title')}
    >
      <Section title={t('key.title')} titleHidden>
        <Keys />
      </Section>
    </Page>
  )
}
