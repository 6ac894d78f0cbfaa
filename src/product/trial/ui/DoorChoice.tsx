import { useEffect, useState } from 'react'
import { Choices } from '#design/Choices.tsx'
import { Grade } from '#design/Grade.tsx'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Trial } from '../trial.ts'
import { trialApi } from '../trial-api.ts'

interface DoorChoiceProps {
  trial: Trial
  /** Sites drawn by lot can give the best grade there is, if nobody had seen the outcomes. */
  isRandomised: boolean
}

/** The two honest ways to a result, each with what it costs and the grade it can reach. */
export function DoorChoice({ trial, isRandomised }: DoorChoiceProps) {
  const change = useAction(trialApi.change)
  // Shown at once; a refusal is rare and puts it back.
  const [shown, setShown] = useState(trial.door)
  useEffect(() => setShown(trial.door), [trial.door])

  async function take(door: Trial['door']): Promise<void> {
    setShown(door)
    if (!(await change.run({ id: trial.id, door }))) setShown(trial.door)
  }

  return (
    <Stack gap="2">
      <Choices
        label={t('trial.door')}
        labelHidden
        beside
        value={shown}
        onValue={(door) => void take(door)}
        choices={(['plan-first', 'look-back'] as const).map((door) => {
          const best = door === 'plan-first' && isRandomised ? 'A' : 'B'
          return {
            value: door,
            title: t(`trial.door.${door}`),
            detail: t(`trial.door-help.${door}`),
            aside: <Grade of={best} label={t('trial.grade-at-best', { grade: best })} />,
          }
        })}
      />
      <ProblemNotice error={change.error} />
    </Stack>
  )
}
