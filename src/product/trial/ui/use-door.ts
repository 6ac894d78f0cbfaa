import type { Trial } from '../trial.ts'
import { type Taken, useTaken } from './use-taken.ts'

export type DoorTaken = Omit<Taken<'door'>, 'value'> & { door: Trial['door'] }

/** The door of a draft, shown at once when it is chosen. */
export function useDoor(trial: Trial): DoorTaken {
  const { value: door, ...taken } = useTaken(trial, 'door')
  return { door, ...taken }
}
