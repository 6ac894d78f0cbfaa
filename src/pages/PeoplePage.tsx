import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { Colleagues } from '#product/person/ui/Colleagues.tsx'
import { InvitePerson } from '#product/person/ui/InvitePerson.tsx'
import { Teams } from '#product/team/ui/Teams.tsx'

/** Who is here, in which team, and how somebody joins. */
export function PeoplePage() {
  const may = useMay()
  return (
    <Page title={t('frame.people')} tabTitle={t('frame.people')}>
      {may('person.manage') && <InvitePerson />}
      <Colleagues />
      <Teams />
    </Page>
  )
}
