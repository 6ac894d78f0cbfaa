import type { Trial } from '../trial.ts'

/** Where a trial is looked at: its plan until it is over, its result from then on. */
export function trialPath({ id, state }: Pick<Trial, 'id' | 'state'>): string {
  const isOver = state === 'stopped' || state === 'ended' || state === 'decided'
  return isOver ? `/trials/${id}` : `/trials/${id}/plan`
}
