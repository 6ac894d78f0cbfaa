import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { SettingsForm } from '#product/workspace/ui/SettingsForm.tsx'
import { SettingsRead } from '#product/workspace/ui/SettingsRead.tsx'

/** What holds for the whole workspace. */
export function SettingsPage() {
  const { workspace } = useMyself()
  const may = useMay()
  return (
    <Page title={t('frame.settings')} tabTitle={t('frame.settings')}>
      <Section title={t('workspace.about')}>
        {may('workspace.set') ? <SettingsForm workspace={workspace} /> : <SettingsRead workspace={workspace} />}
      </Section>
      <Section title={t('page.api')} lead={t('page.api-lead')}>
        <p>
          <a href="/api-reference">{t('page.api-open')}</a>
        </p>
      </Section>
    </Page>
  )
}
