import { ArrowRightLeft, CircleUser, LogOut, UserCog } from 'lucide-react'
import { Menu } from '#design/Menu.tsx'
import { ThemeChoice } from '#design/ThemeChoice.tsx'
import { t } from '#platform/browser/language.ts'
import { goAnywhere, useAddress } from '#platform/browser/router.tsx'
import { useHere } from '#platform/browser/signed.ts'
import { queries, useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { accountApi } from '#product/account/account-api.ts'
import { personApi } from '../person-api.ts'
import { useMyself } from './use-myself.ts'

/** Who is signed in, the other workspaces, the theme, and the way out. */
export function AccountMenu() {
  const { name, role } = useMyself()
  const { slug } = useHere()
  const addressOf = useAddress()
  const signOut = useAction(accountApi.signOut)
  const memberships = useEndpoint(personApi.memberships, {})
  const others = (memberships.data ?? []).filter(({ workspace, isHidden }) => workspace.slug !== slug && !isHidden)

  async function leave(): Promise<void> {
    await signOut.run({})
    // Nothing that this account has seen may stay for the next one.
    queries.clear()
    goAnywhere('/sign-in')
  }

  return (
    <Menu
      label={name}
      icon={CircleUser}
      head={
        <>
          <p className="strong">{name}</p>
          <p className="small quiet">{t(`person.role.${role}`)}</p>
          <ThemeChoice />
        </>
      }
      items={[
        { id: 'account', label: t('person.my-account'), icon: UserCog, href: addressOf('/account') },
        ...others.map(({ workspace }) => ({
          id: workspace.slug,
          label: t('person.go-to', { name: workspace.name }),
          icon: ArrowRightLeft,
          href: `/w/${workspace.slug}`,
          line: true,
        })),
        { id: 'leave', label: t('account.sign-out'), icon: LogOut, onPress: () => void leave(), line: true },
      ]}
    />
  )
}
