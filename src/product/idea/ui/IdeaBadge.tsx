import { Badge } from '#design/Badge.tsx'
import { t } from '#platform/browser/language.ts'
import type { Idea } from '../idea.ts'

const tones = {
  open: 'pending',
  approved: 'good',
  trying: 'good',
  adopted: 'good',
  dropped: undefined,
  parked: 'warn',
  merged: undefined,
} as const satisfies Record<Idea['state'], 'good' | 'warn' | 'pending' | undefined>

/** Where an idea stands, in a shape and a word. */
export function IdeaBadge({ state }: Pick<Idea, 'state'>) {
  return <Badge tone={tones[state]}>{t(`idea.state.${state}`)}</Badge>
}
