import { useState } from 'react'
import { Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import type { Metric } from '#product/metric/metric.ts'
import { proposedBy } from '#product/outlook/proposals.ts'
import { type TemplatePlace, type TrialTemplate, templateNames } from '#product/outlook/templates.ts'
import { TemplateChoice } from '#product/outlook/ui/TemplateChoice.tsx'
import { type DraftBody, emptyDraft } from '../draft.ts'
import type { FiguresSource } from './FiguresStep.tsx'
import { openMark } from './missing-parts.ts'
import type { OwnPlan } from './own/use-own-plan.ts'

interface StartingPointProps {
  body: DraftBody
  own: OwnPlan
  metrics: readonly Metric[] | undefined
  source: FiguresSource
  onChange: (part: Partial<DraftBody>) => void
  /** Called with what a new measure may be called, where none here fits. */
  onSuggested: (suggested: { name: string; unit: string } | null) => void
}

/** What is usual in a shop, a ward, a line or an office, filled in where nobody has said anything yet. */
export function StartingPoint({ body, own, metrics, source, onChange, onSuggested }: StartingPointProps) {
  const [isOpen] = useState(body.question === '' && body.metricId === null)
  const [taken, setTaken] = useState<{ place: TemplatePlace; part: Partial<DraftBody>; missing: string[] } | null>(null)
  if (!metrics) return null

  function take(template: TrialTemplate): void {
    const { place, situation, transition } = template
    const names = namesOf(template)
    // What the last starting point filled in and nobody touched makes room for this one.
    const before = withoutUntouched(body, taken?.part)
    const proposed = proposedBy(template, names, metrics ?? [], before.metricId)
    const filled: Partial<DraftBody> = {
      ...(before.question.trim() === ''
        ? { question: t(`outlook.template.${place}.question`, { change: openMark }) }
        : {}),
      ...(before.metricId === null ? { metricId: proposed.metricId } : {}),
      ...(before.runsFor === null ? { runsFor: situation.periodsAhead } : {}),
      ...(before.transition === emptyDraft.transition ? { transition } : {}),
    }
    onChange(filled)
    own.onSituation(situation)
    if (source === 'own' && own.measures.guardrails.length === 0)
      own.onMeasures({
        ...own.measures,
        guardrails: proposed.guardrailIds.map((metricId) => ({ metricId, margin: null })),
      })
    onSuggested(proposed.metricId === null ? { name: names.metric, unit: t(`outlook.template.${place}.unit`) } : null)
    setTaken({ place, part: filled, missing: proposed.missing })
  }

  return (
    <details className="numbers small" open={isOpen || undefined}>
      <summary>{t('plan.step.templates')}</summary>
      <Stack gap="2">
        <TemplateChoice place={taken?.place ?? null} onTemplate={take} />
        {taken && (
          <Notice live="polite" title={t('plan.template.taken')}>
            <p>{t('plan.template.taken-says')}</p>
            {taken.missing.length > 0 && (
              <>
                <p>{t('plan.template.missing', { count: taken.missing.length })}</p>
                <ul>
                  {taken.missing.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
                <p>
                  <Link to="/measures">{t('plan.template.add')}</Link>
                </p>
              </>
            )}
          </Notice>
        )}
      </Stack>
    </details>
  )
}

function namesOf({ place, guardrails }: TrialTemplate) {
  const { metric, guardrail } = templateNames(place)
  return { metric: t(metric), guardrails: guardrails.map((_, at) => t(guardrail(at + 1))) }
}

function withoutUntouched(body: DraftBody, filled: Partial<DraftBody> | undefined): DraftBody {
  const untouched = Object.entries(filled ?? {}).filter(([part, value]) => body[part as keyof DraftBody] === value)
  const empty = Object.fromEntries(untouched.map(([part]) => [part, emptyDraft[part as keyof DraftBody]]))
  return { ...body, ...empty }
}
