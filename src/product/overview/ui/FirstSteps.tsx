import { Section } from '#design/Section.tsx'
import { type Moment, Timeline } from '#design/Timeline.tsx'
import { t } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import type { FirstSteps as Steps } from '../overview.ts'

interface FirstStepsProps {
  steps: Steps
  /** Where a trial begins: the newest idea. Null while there is none. */
  ideaId: string | null
}

/** The way to a first measured example, for whoever runs a new workspace. Gone once a trial is decided. */
export function FirstSteps({ steps, ideaId }: FirstStepsProps) {
  const may = useMay()
  if (steps.hasDecidedTrial || !may('goal.write')) return null
  const ways = [
    { id: 'idea', isDone: steps.hasIdea, to: '/?write' },
    { id: 'trial', isDone: steps.hasTrial, to: ideaId ? `/ideas/${ideaId}` : '/?write' },
    { id: 'decision', isDone: steps.hasDecidedTrial, to: '/trials' },
    { id: 'goal', isDone: steps.hasGoal, to: '/goals' },
    ...(may('person.manage') ? [{ id: 'person', isDone: steps.hasSecondPerson, to: '/people' } as const] : []),
  ] as const
  const next = ways.find(({ isDone }) => !isDone)?.id
  return (
    <Section title={t('overview.first-steps')} lead={t('overview.first-steps-lead')}>
      <Timeline
        moments={ways.map(
          ({ id, isDone, to }): Moment => ({
            id,
            state: isDone ? 'done' : id === next ? 'now' : 'next',
            when: t(`overview.step.${id}-when`),
            title: isDone ? t(`overview.step.${id}`) : <Link to={to}>{t(`overview.step.${id}`)}</Link>,
            detail: t(`overview.step.${id}-detail`),
          }),
        )}
      />
    </Section>
  )
}
