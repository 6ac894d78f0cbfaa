import { Lock } from 'lucide-react'
import { Fragment } from 'react'
import { Icon } from '#design/Icon.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { planApi } from '../plan-api.ts'
import { ChangePlan } from './ChangePlan.tsx'
import { frozenPlan } from './known-plan.ts'
import { PlanFacts } from './PlanFacts.tsx'
import { PlannedSites } from './PlannedSites.tsx'
import { PlanVersions } from './PlanVersions.tsx'

/** The frozen plan of a trial: what was settled before anybody looked, by whom and when, and every version of it. */
export function PlanRead({ trial }: { trial: TrialShown }) {
  const { data: plans, error } = useEndpoint(planApi.list, { id: trial.id })
  const { data: sheets } = useEndpoint(planApi.sheets, { id: trial.id })
  const { timeZone } = useMyself().workspace
  if (error) return <ProblemNotice error={error} />
  if (!plans) return <Skeleton lines={8} />
  const plan = plans.at(-1)
  if (!plan) return null
  return (
    <Section title={t('plan.frozen')} end={<ChangePlan trial={trial} plan={plan} />}>
      <Stack gap="3">
        {plan.isAfterData && (
          <Notice tone="warn" title={t('plan.after-data')}>
            <p>{t(trial.door === 'look-back' ? 'plan.after-data-look-back' : 'plan.after-data-first')}</p>
          </Notice>
        )}
        <PlanFacts plan={frozenPlan(plan, trial, sheets?.[0]?.name ?? null)} />
        <PlannedSites body={plan.body} />
        <Row gap="1" align="start" wrap={false}>
          <Icon of={Lock} />
          <p className="small quiet">
            {t('plan.frozen-by', { version: plan.version, name: plan.frozenByName })}{' '}
            <InstantText at={plan.frozenAt} timeZone={timeZone} />. {t('plan.fingerprint')}{' '}
            <Fingerprint hash={plan.hash} />
          </p>
        </Row>
        {plans.length > 1 && <PlanVersions plans={plans} />}
      </Stack>
    </Section>
  )
}

/** May break after every eight signs, and is still one word when copied. */
function Fingerprint({ hash }: { hash: string }) {
  const parts = hash.match(/.{1,8}/g) ?? []
  return (
    <code>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one word never change places
        <Fragment key={at}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  )
}
