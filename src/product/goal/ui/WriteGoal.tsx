import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { GoalDialog } from './GoalDialog.tsx'

/** The button that starts a goal, for who may write one. Opens the new goal. */
export function WriteGoal() {
  const [isOpen, setOpen] = useState(false)
  const may = useMay()
  const go = useGo()
  const toast = useToast()
  if (!may('goal.write')) return null
  return (
    <>
      <Button variant="primary" icon={Plus} onPress={() => setOpen(true)}>
        {t('goal.write')}
      </Button>
      {isOpen && (
        <GoalDialog
          onClose={() => setOpen(false)}
          onSaved={({ id }) => {
            toast({ text: t('goal.written') })
            go(`/goals/${id}`)
          }}
        />
      )}
    </>
  )
}
