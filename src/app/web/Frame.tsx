import { FlaskConical, Gauge, House, Lightbulb, Plus, Settings, Target, TrendingUp, Users } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '#design/Button.tsx'
import type { IconShape } from '#design/Icon.tsx'
import { Shell } from '#design/Shell.tsx'
import { chordName, useShortcut } from '#design/use-shortcut.ts'
import type { MessageId } from '#platform/anywhere/message.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAddress, useGo, usePath } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { NoticeBell } from '#product/notice/ui/NoticeBell.tsx'
import { AccountMenu } from '#product/person/ui/AccountMenu.tsx'
import { SampleBar } from '#product/person/ui/SampleBar.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'

const Palette = lazy(() => import('./Palette.tsx').then(({ Palette }) => ({ default: Palette })))

interface Place {
  path: string
  label: MessageId
  icon: IconShape
}

/** The places of the navigation, in the order of the story. */
const places: readonly Place[] = [
  { path: '/', label: 'frame.today', icon: House },
  { path: '/ideas', label: 'frame.ideas', icon: Lightbulb },
  { path: '/trials', label: 'frame.trials', icon: FlaskConical },
  { path: '/measures', label: 'frame.measures', icon: Gauge },
  { path: '/gains', label: 'frame.gains', icon: TrendingUp },
  { path: '/goals', label: 'frame.goals', icon: Target },
  { path: '/people', label: 'frame.people', icon: Users },
  { path: '/settings', label: 'frame.settings', icon: Settings },
]

/** The frame around every page of a workspace: navigation, search, bell, and the way to write an idea. */
export function Frame({ children }: { children: ReactNode }) {
  useLanguage()
  const [isSearching, setSearching] = useState(false)
  const { workspace } = useMyself()
  const addressOf = useAddress()
  const go = useGo()
  const may = useMay()
  const path = usePath()
  useShortcut('mod+k', () => setSearching(true))
  const mayWrite = may('idea.write')
  useShortcut('c', () => {
    if (mayWrite) go('/?write')
  })

  const nav = places.map(({ path: to, label, icon }) => ({
    href: addressOf(to),
    label: t(label),
    icon,
    current: to === '/' ? path === '/' : path.startsWith(to),
  }))
  const [today, ideas, trials, measures] = nav
  const write = { label: t('frame.write-short'), icon: Plus, onPress: () => go('/?write') }

  return (
    <Shell
      place={workspace.name}
      home={addressOf('/')}
      nav={nav}
      tabs={[today, ideas, mayWrite ? write : undefined, trials, measures].filter((tab) => tab !== undefined)}
      capture={
        mayWrite && (
          <Button wide icon={Plus} onPress={() => go('/?write')}>
            {t('frame.write')}
          </Button>
        )
      }
      onSearch={() => setSearching(true)}
      searchKeys={chordName('k')}
      account={<AccountMenu />}
      bell={<NoticeBell />}
    >
      {workspace.isSample && <SampleBar />}
      {children}
      {isSearching && (
        <Suspense fallback={null}>
          <Palette places={places} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </Shell>
  )
}
