import { Stack } from '#design/Layout.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { type Moment, Timeline } from '#design/Timeline.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { PlanShown } from '../plan-api.ts'
import { sayValue } from './say-value.ts'

/** Every version of a plan: who froze it, when, why, and what it changed. */
export function PlanVersions({ plans }: { plans: readonly PlanShown[] }) {
  const { timeZone } = useMyself().workspace
  const moments = plans.map(
    (plan, at): Moment => ({
      id: plan.id,
      state: at === plans.length - 1 ? 'now' : 'done',
      when: <InstantText at={plan.frozenAt} timeZone={timeZone} />,
      title: t('plan.version-by', { version: plan.version, name: plan.frozenByName }),
      detail: <Version plan={plan} />,
    }),
  )
  return (
    <Stack gap="2">
      <h3>{t('plan.versions')}</h3>
      <Timeline moments={moments} />
    </Stack>
  )
}

function Version({ plan }: { plan: PlanShown }) {
  const language = useLanguage()
  return (
    <>
      {plan.reason && <q>{plan.reason}</q>}
      {plan.isAfterData && <span className="warn"> {t('plan.after-data')}</span>}
      <ul>
        {plan.differences.map(({ part, before, after }) => (
          <li key={part}>
            {t('plan.difference', {
              part: t(`plan.body.${part}`),
              before: sayValue(part, before, language, plan.body.design),
              after: sayValue(part, after, language, plan.body.design),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
