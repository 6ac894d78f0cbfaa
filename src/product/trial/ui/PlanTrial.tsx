import { FlaskConical } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import { trialApi } from '../trial-api.ts'

interface PlanTrialProps {
  ideaId: IdeaId
  /** The act that the page is for. */
  isMain?: boolean
}

/** Begins to plan a trial. Planning first is the better door, so it is open; the other stands beside it on the next page. */
export function PlanTrial({ ideaId, isMain = false }: PlanTrialProps) {
  const may = useMay()
  const go = useGo()
  const add = useAction(trialApi.add)
  if (!may('trial.plan')) return null

  async function plan(): Promise<void> {
    const trial = await add.run({ ideaId, door: 'plan-first' })
    if (trial) go(`/trials/${trial.id}/plan`)
  }

  return (
    <Stack gap="1">
      <div>
        <Button
          variant={isMain ? 'primary' : 'default'}
          icon={FlaskConical}
          busy={add.isBusy}
          onPress={() => void plan()}
        >
          {t('trial.plan-one')}
        </Button>
      </div>
      <ProblemNotice error={add.error} />
    </Stack>
  )
}
