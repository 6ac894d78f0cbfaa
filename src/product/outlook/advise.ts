import { adviseDesign } from '#lib/stats/evidence/advise-design.ts'
import { DESIGN_RULES } from '#lib/stats/evidence/design-rules.ts'
import { type Advice, type DesignChoice, type KnownHistory, possibilitiesOf, type Situation } from './outlook.ts'

/**
 * Which design can be done here, what each would give, and what stands in the way of the others.
 *
 * A switchback asks that nothing be rolled out for good meanwhile: where everybody keeps the change, nobody switches it off.
 */
export function adviseOn(situation: Situation, history: KnownHistory): Advice {
  const possible = possibilitiesOf(situation, history)
  const { design: proposed, bestGrade, reasons } = adviseDesign(possible)
  const choices = DESIGN_RULES.map(
    ({ design, grade, missing }): DesignChoice => ({ design, grade, needs: missing(possible) }),
  )
  return { proposed, grade: bestGrade, reasons, designs: [...choices, { design: 'word', grade: 'D', needs: [] }] }
}
