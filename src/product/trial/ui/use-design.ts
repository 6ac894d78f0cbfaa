import type { Design, Trial } from '../trial.ts'
import { type Taken, useTaken } from './use-taken.ts'

export type DesignTaken = Omit<Taken<'design'>, 'value'> & { design: Design }

/** The design of a draft, shown at once when it is chosen. */
export function useDesign(trial: Trial): DesignTaken {
  const { value: design, ...taken } = useTaken(trial, 'design')
  return { design, ...taken }
}
