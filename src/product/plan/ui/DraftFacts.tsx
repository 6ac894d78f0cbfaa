import { Stack } from '#design/Layout.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import type { Design, Trial } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'
import { knownPlan } from './known-plan.ts'
import { PlanFacts } from './PlanFacts.tsx'
import type { Reading } from './use-plan-preview.ts'

interface DraftFactsProps {
  body: DraftBody
  door: Trial['door']
  design: Design
  metric: Metric | null
  sheet: Sheet | undefined
  reading: Reading
}

/** A draft as it would be frozen, and what stays outside of it. */
export function DraftFacts(props: DraftFactsProps) {
  const { timeZone } = useMyself().workspace
  return (
    <Stack gap="2">
      <PlanFacts plan={knownPlan({ ...props, today: dayOf(new Date(), timeZone) })} />
      <p className="small quiet">{t('plan.worth-apart')}</p>
    </Stack>
  )
}
