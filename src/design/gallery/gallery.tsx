import '../design.css'
import {
  BookOpen,
  CalendarDays,
  FlaskConical,
  House,
  Lightbulb,
  LogOut,
  MessageSquare,
  Plus,
  Settings,
  TrendingUp,
  User,
  Users,
} from 'lucide-react'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { languages } from '#platform/anywhere/message.ts'
import { type Messages, speak, useLanguage } from '#platform/browser/language.ts'
import { Button } from '../Button.tsx'
import { Menu } from '../Menu.tsx'
import { Shell } from '../Shell.tsx'
import { ThemeChoice } from '../ThemeChoice.tsx'
import { ToastProvider } from '../Toast.tsx'
import { showTheme, themes } from '../theme.ts'
import { chordName, useShortcut } from '../use-shortcut.ts'
import { designDe } from '../words/de.ts'
import { designEn } from '../words/en.ts'
import { Bell } from './Bell.tsx'
import { ChartPage } from './ChartPage.tsx'
import { GainsPage } from './GainsPage.tsx'
import { PartsPage } from './PartsPage.tsx'
import { ResultPage } from './ResultPage.tsx'
import { SamplePalette } from './SamplePalette.tsx'
import { sampleWords } from './sample-words.ts'

const pages = { parts: PartsPage, charts: ChartPage, result: ResultPage, gains: GainsPage }
type PageName = keyof typeof pages

const asked = new URLSearchParams(location.search)
const page = Object.keys(pages).find((name): name is PageName => name === asked.get('page')) ?? 'parts'
const words = { en: designEn, de: designDe }

function Gallery() {
  const language = useLanguage()
  const say = sampleWords[language]
  const [searching, setSearching] = useState(false)
  const Page = pages[page]
  useShortcut('mod+k', () => setSearching(true))

  const at = (name: PageName) => ({ href: addressOf(name, language), current: name === page })
  const nav = [
    { ...at('parts'), label: say.nav.today, icon: House, count: 3, countLabel: say.waiting(3) },
    { href: '#feedback', label: say.nav.feedback, icon: MessageSquare, count: 12, countLabel: say.waiting(12) },
    { ...at('charts'), label: say.nav.ideas, icon: Lightbulb },
    { ...at('result'), label: say.nav.trials, icon: FlaskConical },
    { ...at('gains'), label: say.nav.gains, icon: TrendingUp },
    { href: '#sessions', label: say.nav.sessions, icon: CalendarDays },
    { href: '#learn', label: say.nav.learn, icon: BookOpen },
    { href: '#people', label: say.nav.people, icon: Users },
    { href: '#settings', label: say.nav.settings, icon: Settings },
  ]
  const [today, , ideas, trials, gains] = nav

  return (
    <ToastProvider>
      <Shell
        place={say.place}
        home={addressOf('parts', language)}
        nav={nav}
        tabs={[
          ...(today && ideas ? [today, ideas] : []),
          { label: say.nav.write, icon: Plus, onPress: () => setSearching(true) },
          ...(trials && gains ? [trials, gains] : []),
        ]}
        capture={
          <Button wide icon={Plus}>
            {say.capture}
          </Button>
        }
        onSearch={() => setSearching(true)}
        searchKeys={chordName('k')}
        account={
          <Menu
            label={say.account}
            icon={User}
            head={<ThemeChoice />}
            items={[
              { id: 'account', label: say.yourAccount, icon: Settings, href: '#account' },
              ...languages.map((other) => ({
                id: other,
                label: other === 'en' ? say.english : say.german,
                href: addressOf(page, other),
              })),
              { id: 'out', label: say.signOut, icon: LogOut, line: true, onPress: () => {} },
            ]}
          />
        }
        bell={<Bell />}
      >
        <Page />
      </Shell>
      <SamplePalette open={searching} onClose={() => setSearching(false)} />
    </ToastProvider>
  )
}

function addressOf(name: PageName, language: string): string {
  return `?${new URLSearchParams({ page: name, lang: language, theme: asked.get('theme') ?? 'system' })}`
}

showTheme(themes.find((theme) => theme === asked.get('theme')))
const language = languages.find((one) => one === asked.get('lang')) ?? 'en'
// The build has compiled what is words in the source.
speak(language, words[language] as unknown as Messages)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
