import { Button } from '#design/Button.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Line } from '#product/result/line.ts'
import { useLines } from '#product/result/ui/use-lines.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { trialApi } from '#product/trial/trial-api.ts'
import { trialPath } from '#product/trial/ui/trial-path.ts'
import { reasonLine } from '../look-lines.ts'
import type { LookAdvice } from '../read-look.ts'

interface StopNowProps {
  trial: TrialShown
  advice: LookAdvice
  /** What the look says, for whoever reads why it was stopped. */
  sentence: Line
}

/** One tap: the reason stands in the look already. */
export function StopNow({ trial, advice, sentence }: StopNowProps) {
  const { say } = useLines()
  const action = useAction(trialApi.move)
  const toast = useToast()
  const go = useGo()

  async function stop(): Promise<void> {
    const moved = await action.run({ id: trial.id, move: 'stop', reason: say(reasonLine(advice, sentence)) })
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
