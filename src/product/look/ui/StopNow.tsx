import { Button } from '#design/Button.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { trialApi } from '#product/trial/trial-api.ts'
import { trialPath } from '#product/trial/ui/trial-path.ts'
import type { LookAdvice } from '../read-look.ts'

interface StopNowProps {
  trial: TrialShown
  advice: LookAdvice
  /** What the look says, for whoever reads why it was stopped. */
  what: string
}

/** One tap: the reason stands in the look already. */
export function StopNow({ trial, advice, what }: StopNowProps) {
  const action = useAction(trialApi.move)
  const toast = useToast()
  const go = useGo()

  async function stop(): Promise<void> {
    const moved = await action.run({ id: trial.id, move: 'stop', reason: reasonOf(advice, what) })
    if (!moved) return
    toast({ text: t('trial.done.stop') })
    go(trialPath(moved))
  }

  return (
    <>
      <ProblemNotice error={action.error} />
      <p>
        <Button variant="primary" busy={action.isBusy} onPress={() => void stop()}>
          {t('look.stop-it')}
        </Button>
      </p>
    </>
  )
}

function reasonOf(advice: LookAdvice, what: string): string {
  if (advice === 'stop-futility') return t('look.reason-futility')
  if (advice === 'stop-success') return t('look.reason-success')
  return t('look.reason-harm', { what })
}
