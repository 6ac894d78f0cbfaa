import { Stack } from '#design/Layout.tsx'
import { SkeletonBlock } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { SheetWarnings } from '#product/sheet/ui/SheetWarnings.tsx'
import type { TrialShown } from '#product/trial/trial.ts'
import { type PlanDoubt, planApi } from '../plan-api.ts'
import { PlanPicture } from './PlanPicture.tsx'

/** The raw figures of a trial so far, all its tables together, and what does not fit. */
export function TrialFigures({ trial }: { trial: TrialShown }) {
  const { data: series, error } = useEndpoint(planApi.series, { id: trial.id })
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id })
  const plan = plans?.at(-1)?.body
  const metric = plan?.metric
  if (error) return <ProblemNotice error={error} />
  if (!series || !plan || !metric) return <SkeletonBlock height={400} />
  // Of the sheets one by one only what the last one brought: the others were looked at when they came.
  const doubts = (series.sheetDoubts.at(-1)?.doubts ?? []).filter(({ code }) => code !== 'since-after-all')
  // Counted over all tables; what one of several lacks, another may hold.
  const { preview } = series
  const isOne = series.sheetDoubts.length === 1 && preview.design === 'pilot'
  const holes = isOne ? { ...preview, column: plan.columns.value } : undefined
  const windows = plan.design === 'switchback' ? plan : { windowLength: 1, carryOver: 0 }
  return (
    <Section title={t('plan.figures')}>
      <Stack gap="3">
        <PlanPicture
          preview={preview}
          title={metric.name}
          unit={metric.unit}
          windowLength={windows.windowLength}
          carryOver={windows.carryOver}
        />
        <PlanDoubts doubts={series.planDoubts} />
        {doubts.length > 0 && <SheetWarnings doubts={doubts} holes={holes} />}
      </Stack>
    </Section>
  )
}

function PlanDoubts({ doubts }: { doubts: readonly PlanDoubt[] }) {
  if (doubts.length === 0) return null
  return (
    <Notice tone="warn" title={t('plan.does-not-fit')}>
      <ul>
        {doubts.map(({ code, count, site }) => (
          <li key={code}>{t(`plan.doubt.${code}`, { count, site })}</li>
        ))}
      </ul>
    </Notice>
  )
}
