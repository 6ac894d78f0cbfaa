import type { Design } from '#product/trial/trial.ts'
import { BeforeAfterBody, PilotBody, StaggeredBody } from '../plan-body.ts'

const methods = {
  pilot: PilotBody.shape.method.unwrap().options,
  staggered: StaggeredBody.shape.method.unwrap().options,
  'before-after': BeforeAfterBody.shape.method.unwrap().options,
} as const
type Method = (typeof methods)[keyof typeof methods][number]

/** The methods that a plan of this design may name instead of the usual one. */
export function methodsOf(design: Design): readonly Method[] {
  return design === 'split' || design === 'switchback' ? [] : methods[design]
}
