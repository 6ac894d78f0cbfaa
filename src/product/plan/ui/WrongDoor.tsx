import { Button } from '#design/Button.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { SheetPreview } from '#product/sheet/sheet.ts'
import type { Trial } from '#product/trial/trial.ts'
import { trialApi } from '#product/trial/trial-api.ts'

interface WrongDoorProps {
  trial: Trial
  preview: SheetPreview
}

/** Says before the freeze what the server would refuse, with the way out. */
export function WrongDoor({ trial, preview }: WrongDoorProps) {
  const change = useAction(trialApi.change)
  const hasOutcomes = [preview.treated, preview.comparison].some(({ means }) =>
    means.slice(preview.since).some((mean) => mean !== null),
  )
  if (hasOutcomes === (trial.door === 'look-back')) return null
  const other = hasOutcomes ? 'look-back' : 'plan-first'
  return (
    <Notice tone="warn" live="polite" title={t(`plan.wrong-door.${other}`)}>
      <p>{t(`plan.wrong-door-help.${other}`)}</p>
      <Button small busy={change.isBusy} onPress={() => void change.run({ id: trial.id, door: other })}>
        {t(`plan.take-door.${other}`)}
      </Button>
    </Notice>
  )
}
