import type { Trial } from '../trial.ts'

/** Where a trial is looked at: its plan until it starts, how it stands and what it showed from then on. */
export function trialPath({ id, state }: Pick<Trial, 'id' | 'state'>): string {
  const isToCome = state === 'draft' || state === 'frozen'
  return isToCome ? `/trials/${id}/plan` : `/trials/${id}`
}
