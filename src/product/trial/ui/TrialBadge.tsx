import { Badge } from '#design/Badge.tsx'
import { t } from '#platform/browser/language.ts'
import type { Trial } from '../trial.ts'

const tones = {
  draft: 'pending',
  frozen: 'pending',
  running: 'good',
  stopped: 'warn',
  ended: 'warn',
  decided: undefined,
} as const satisfies Record<Trial['state'], 'good' | 'warn' | 'pending' | undefined>

/** Where a trial stands, in a shape and a word. */
export function TrialBadge({ state }: Pick<Trial, 'state'>) {
  return <Badge tone={tones[state]}>{t(`trial.state.${state}`)}</Badge>
}
