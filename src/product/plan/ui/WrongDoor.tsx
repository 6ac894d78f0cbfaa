import { Button } from '#design/Button.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { DoorTaken } from '#product/trial/ui/use-door.ts'
import type { SheetTimes } from '../plan.ts'

interface WrongDoorProps {
  door: DoorTaken
  times: SheetTimes
}

/** Says before the freeze what the server would refuse, with the way out. */
export function WrongDoor({ door: { door, take }, times }: WrongDoorProps) {
  const hasOutcomes = times.after > 0
  if (hasOutcomes === (door === 'look-back')) return null
  const other = hasOutcomes ? 'look-back' : 'plan-first'
  return (
    <Notice tone="warn" live="polite" title={t(`plan.wrong-door.${other}`)}>
      <p>{t(`plan.wrong-door-help.${other}`)}</p>
      <Button small onPress={() => take(other)}>
        {t(`plan.take-door.${other}`)}
      </Button>
    </Notice>
  )
}
