import { Choices } from '#design/Choices.tsx'
import { Grade } from '#design/Grade.tsx'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import type { DoorTaken } from './use-door.ts'

interface DoorChoiceProps {
  door: DoorTaken
  /** Sites drawn by lot can give the best grade there is, if nobody had seen the outcomes. */
  isRandomised: boolean
}

/** The two honest ways to a result, each with what it costs and the grade it can reach. */
export function DoorChoice({ door: { door, take, error }, isRandomised }: DoorChoiceProps) {
  return (
    <Stack gap="2">
      <Choices
        label={t('trial.door')}
        labelHidden
        beside
        value={door}
        onValue={take}
        choices={(['plan-first', 'look-back'] as const).map((one) => {
          const best = one === 'plan-first' && isRandomised ? 'A' : 'B'
          return {
            value: one,
            title: t(`trial.door.${one}`),
            detail: t(`trial.door-help.${one}`),
            aside: <Grade of={best} label={t('trial.grade-at-best', { grade: best })} />,
          }
        })}
      />
      <ProblemNotice error={error} />
    </Stack>
  )
}
