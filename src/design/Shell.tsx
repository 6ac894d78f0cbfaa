import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '#platform/browser/language.ts'
import { Icon, type IconShape } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Mark } from './Mark.tsx'
import { Popover } from './Popover.tsx'
import { SkipLink } from './SkipLink.tsx'

export interface NavItem {
  href: string
  label: string
  icon: IconShape
  current?: boolean | undefined
  /** How many wait there. Nothing at 0. */
  count?: number | undefined
  /** The count in words, for ears: "3 wait for you". */
  countLabel?: string | undefined
}

/** What a phone's bottom bar can also hold: an act, such as writing. */
export interface TabAct {
  label: string
  icon: IconShape
  onPress: () => void
}

export interface ShellProps {
  /** The workspace's name. */
  place: string
  /** Where the brand leads. */
  home: string
  nav: readonly NavItem[]
  /** The phone's bottom bar, at most five. */
  tabs: readonly (NavItem | TabAct)[]
  /** The button that is on every page of a desk; the bottom bar holds it on a phone. */
  capture?: ReactNode | undefined
  onSearch?: (() => void) | undefined
  /** The chord that also opens the search, as people name it. */
  searchKeys?: string | undefined
  /** The account's menu and the bell. */
  account?: ReactNode | undefined
  bell?: ReactNode | undefined
  children: ReactNode
}

/** The frame of every page: navigation beside it, on a phone above and below it. */
export function Shell(props: ShellProps) {
  const { place, home, nav, tabs, capture, onSearch, searchKeys, account, bell, children } = props
  return (
    <>
      <SkipLink />
      <div className="shell">
        <header className="side">
          <a className="brand desk-only" href={home}>
            <Mark />
            <span>
              {t('design.brand')}
              <small>{place}</small>
            </span>
          </a>
          <div className="phone-only">
            <Popover label={<PhoneBrand place={place} />}>{(close) => <NavList nav={nav} onFollow={close} />}</Popover>
          </div>
          {capture && <div className="side-capture">{capture}</div>}
          <nav className="side-nav" aria-label={t('design.main-navigation')}>
            <NavList nav={nav} />
          </nav>
          <div className="side-end">
            {onSearch && (
              <button type="button" className="side-search" onClick={onSearch}>
                <Icon of={Search} />
                <span>{t('design.search')}</span>
                {searchKeys && <Kbd keys={searchKeys} />}
              </button>
            )}
            {(account || bell) && (
              <div className="side-people">
                {account}
                {bell}
              </div>
            )}
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <nav className="tabbar" aria-label={t('design.phone-navigation')}>
          {tabs.map((tab) => (
            <TabLink key={tab.label} tab={tab} />
          ))}
        </nav>
      </div>
    </>
  )
}

function PhoneBrand({ place }: { place: string }) {
  return (
    <>
      <span className="brand" aria-hidden="true">
        <Mark />
        <span className="brand-place">{place}</span>
      </span>
      <span className="sr">{t('design.all-pages', { place })}</span>
    </>
  )
}

function NavList({ nav, onFollow }: { nav: readonly NavItem[]; onFollow?: () => void }) {
  return (
    <ul className="nav-list">
      {nav.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined} onClick={onFollow}>
            <Icon of={item.icon} />
            <span>{item.label}</span>
            <Count of={item} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Count({ of: { count, countLabel } }: { of: NavItem }) {
  if (!count) return null
  return (
    <span className="count">
      <span aria-hidden={countLabel ? true : undefined}>{count}</span>
      {countLabel && <span className="sr">, {countLabel}</span>}
    </span>
  )
}

function TabLink({ tab }: { tab: NavItem | TabAct }) {
  if ('onPress' in tab) {
    return (
      <button type="button" onClick={tab.onPress}>
        <Icon of={tab.icon} />
        {tab.label}
      </button>
    )
  }
  return (
    <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
      <Icon of={tab.icon} />
      {tab.label}
    </a>
  )
}
