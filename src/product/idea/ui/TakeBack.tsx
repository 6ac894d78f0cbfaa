import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { ideaApi, type WholeIdea } from '../idea-api.ts'

/** Takes back one's own fresh idea. It cannot be undone, so it asks. */
export function TakeBack({ idea }: { idea: WholeIdea }) {
  const [isAsking, setAsking] = useState(false)
  const remove = useAction(ideaApi.remove)
  const toast = useToast()
  const go = useGo()

  async function takeBack(): Promise<void> {
    if (!(await remove.succeeds({ id: idea.id }))) return
    toast({ text: t('idea.taken-back') })
    go('/ideas', { replace: true })
  }

  return (
    <>
      <Button small icon={Undo2} onPress={() => setAsking(true)}>
        {t('idea.take-back')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('idea.take-back-ask')}
        text={remove.error ? <ProblemNotice error={remove.error} /> : t('idea.take-back-help')}
        confirm={t('idea.take-back')}
        look="harm"
        busy={remove.isBusy}
        onConfirm={() => void takeBack()}
      />
    </>
  )
}
