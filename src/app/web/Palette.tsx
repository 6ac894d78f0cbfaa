import { FlaskConical, Gauge, Lightbulb, MapPin, Target, User } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { CommandPalette } from '#design/CommandPalette.tsx'
import type { IconShape } from '#design/Icon.tsx'
import type { MessageId } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Hit } from '#product/overview/overview.ts'
import { overviewApi } from '#product/overview/overview-api.ts'

interface PaletteProps {
  places: readonly { path: string; label: MessageId; icon: IconShape }[]
  onClose: () => void
}

/** How each kind looks, and its page. */
const kinds: Record<Hit['kind'], { icon: IconShape; pageOf: (id: string) => string }> = {
  idea: { icon: Lightbulb, pageOf: (id) => `/ideas/${id}` },
  goal: { icon: Target, pageOf: (id) => `/goals/${id}` },
  trial: { icon: FlaskConical, pageOf: (id) => `/trials/${id}` },
  metric: { icon: Gauge, pageOf: (id) => `/measures/${id}` },
  site: { icon: MapPin, pageOf: (id) => `/measures/sites/${id}/charts` },
  // Nobody has a page of their own; this one says in which team they are.
  person: { icon: User, pageOf: () => '/people' },
}

/** Search, or do: every page, and every idea, goal, trial, measure, site and person by its words. */
export function Palette({ places, onClose }: PaletteProps) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const go = useGo()
  const found = useEndpoint(overviewApi.search, { q: asked }, { enabled: asked.length >= 2, keepsLast: true })
  const fits = (label: string) => label.toLowerCase().includes(text.trim().toLowerCase())
  const open = (path: string) => () => {
    onClose()
    go(path)
  }
  const pages = places
    .filter(({ label }) => fits(t(label)))
    .map(({ path, label, icon }) => ({ id: path, label: t(label), icon, onPick: open(path) }))
  const acts = fits(t('frame.write'))
    ? [{ id: 'write', label: t('frame.write'), icon: Lightbulb, onPick: open('/?write') }]
    : []
  const hits = asked.length < 2 ? [] : (found.data ?? [])

  return (
    <CommandPalette
      open
      onClose={onClose}
      text={text}
      onText={setText}
      busy={found.isLoading}
      groups={[
        {
          id: 'found',
          title: t('frame.found'),
          commands: hits.map(({ kind, id, title }) => ({
            id,
            label: title,
            icon: kinds[kind].icon,
            aside: t(`overview.kind.${kind}`),
            onPick: open(kinds[kind].pageOf(id)),
          })),
        },
        { id: 'acts', title: t('frame.acts'), commands: acts },
        { id: 'pages', title: t('frame.pages'), commands: pages },
      ].filter(({ commands }) => commands.length > 0)}
    />
  )
}
