import { Badge } from '#design/Badge.tsx'
import { t } from '#platform/browser/language.ts'
import type { LedgerLine } from '../gain-api.ts'

/** How a line stands today, in a shape and a word. */
export function LineState({ line }: { line: LedgerLine }) {
  const state = stateOf(line)
  return <Badge tone={tones[state]}>{t(`gain.state.${state}`)}</Badge>
}

type State = 'kept' | 'reversed' | 'reversal' | 'without-proof' | 'no-proof' | 'harm' | 'harm-kept' | 'dropped'

function stateOf({ outcome, reversedById, choice }: LedgerLine): State {
  if (outcome === 'gain') return reversedById ? 'reversed' : 'kept'
  if (outcome === 'harm') return choice === 'adopt' ? 'harm-kept' : 'harm'
  return outcome
}

/** Not kept is no failure, so it is grey; red is harm only. */
const tones: Record<State, 'good' | 'warn' | 'bad' | undefined> = {
  kept: 'good',
  reversed: undefined,
  reversal: 'warn',
  'without-proof': 'warn',
  'no-proof': undefined,
  harm: undefined,
  'harm-kept': 'bad',
  dropped: undefined,
}
