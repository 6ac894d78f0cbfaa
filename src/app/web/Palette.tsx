import { FlaskConical, Lightbulb, Target } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { CommandPalette } from '#design/CommandPalette.tsx'
import type { IconShape } from '#design/Icon.tsx'
import type { MessageId } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { overviewApi } from '#product/overview/overview-api.ts'

interface PaletteProps {
  places: readonly { path: string; label: MessageId; icon: IconShape }[]
  onClose: () => void
}

const kinds: Record<string, { icon: IconShape; folder: string }> = {
  idea: { icon: Lightbulb, folder: '/ideas' },
  goal: { icon: Target, folder: '/goals' },
  trial: { icon: FlaskConical, folder: '/trials' },
}

/** Search, or do: every page, and every idea, goal and trial by its words. */
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
            icon: kinds[kind]?.icon,
            onPick: open(`${kinds[kind]?.folder ?? ''}/${id}`),
          })),
        },
        { id: 'acts', title: t('frame.acts'), commands: acts },
        { id: 'pages', title: t('frame.pages'), commands: pages },
      ].filter(({ commands }) => commands.length > 0)}
    />
  )
}
