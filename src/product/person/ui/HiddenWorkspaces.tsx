import { Button } from '#design/Button.tsx'
import { Row } from '#design/Layout.tsx'
import { t } from '#platform/browser/language.ts'
import { HereContext, useHere } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { type Membership, personApi } from '../person-api.ts'

/** The workspaces that somebody has put out of sight, with the way back. */
export function HiddenWorkspaces({ hidden }: { hidden: readonly Membership[] }) {
  const here = useHere()
  return (
    <Row>
      {hidden.map(({ workspace }) => (
        // The call belongs to the hidden workspace, not to the one that is open.
        <HereContext key={workspace.slug} value={{ ...here, slug: workspace.slug }}>
          <ShowAgain name={workspace.name} />
        </HereContext>
      ))}
    </Row>
  )
}

/** The memberships of the account that are out of sight. */
export function useHiddenWorkspaces(): readonly Membership[] {
  return (useEndpoint(personApi.memberships, {}).data ?? []).filter(({ isHidden }) => isHidden)
}

function ShowAgain({ name }: { name: string }) {
  const show = useAction(personApi.hide)
  return (
    <Button busy={show.isBusy} onPress={() => void show.succeeds({ isHidden: false })}>
      {t('person.show-again', { name })}
    </Button>
  )
}
