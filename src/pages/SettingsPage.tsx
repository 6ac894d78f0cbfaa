import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { SettingsForm } from '#product/workspace/ui/SettingsForm.tsx'
import { SettingsRead } from '#product/workspace/ui/SettingsRead.tsx'

/** What holds for the whole workspace. */
export function SettingsPage() {
  const { workspace } = useMyself()
  const may = useMay()
  const addressOf = useAddress()
  return (
    <Page title={t('frame.settings')} tabTitle={t('frame.settings')}>
      <Section title={t('workspace.about')}>
        {may('workspace.set') ? <SettingsForm workspace={workspace} /> : <SettingsRead workspace={workspace} />}
      </Section>
      <Section title={t('key.title')} lead={t('key.settings-lead')}>
        <p>
          <a href={addressOf('/settings/keys')}>{t('key.settings-open')}</a>
        </p>
      </Section>
      <Section title={t('page.api')} lead={t('page.api-lead')}>
        <p>
          <a href="/api-reference">{t('page.api-open')}</a>
        </p>
      </Section>
    </Page>
  )
}
