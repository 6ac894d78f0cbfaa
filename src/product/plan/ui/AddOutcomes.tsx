import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { SheetDrop } from '#product/sheet/ui/SheetDrop.tsx'
import type { TrialShown } from '#product/trial/trial.ts'
import { planApi } from '../plan-api.ts'

/** The next table with outcomes, while the trial runs. */
export function AddOutcomes({ trial }: { trial: TrialShown }) {
  const may = useMay()
  const add = useAction(planApi.addSheet)
  const toast = useToast()
  if (trial.state !== 'running' || !may('trial.plan', trial)) return null
  return (
    <Section title={t('plan.add-outcomes')} lead={t('plan.add-outcomes-lead')}>
      <Stack gap="2">
        <SheetDrop
          label={t('plan.outcomes')}
          onSheet={async ({ id: sheetId }) => {
            if (await add.run({ id: trial.id, sheetId })) toast({ text: t('plan.outcomes-added') })
          }}
        />
        <ProblemNotice error={add.error} />
      </Stack>
    </Section>
  )
}
