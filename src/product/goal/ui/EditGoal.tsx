import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import type { Goal } from '../goal.ts'
import { GoalDialog } from './GoalDialog.tsx'

/** Mends a goal, for who answers for it and for admins. */
export function EditGoal({ goal }: { goal: Goal }) {
  const [isOpen, setOpen] = useState(false)
  const may = useMay()
  if (!may('goal.edit', { ownerId: goal.ownerId })) return null
  return (
    <>
      <Button icon={Pencil} onPress={() => setOpen(true)}>
        {t('goal.edit')}
      </Button>
      {isOpen && <GoalDialog goal={goal} onClose={() => setOpen(false)} onSaved={() => setOpen(false)} />}
    </>
  )
}
