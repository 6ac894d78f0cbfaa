import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { limits } from '#platform/anywhere/limits.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { sayPeriod } from '#product/measurement/ui/say-period.ts'
import type { Metric, MetricId } from '#product/metric/metric.ts'
import type { HistorySource } from '#product/outlook/outlook.ts'
import type { Site, SiteId } from '#product/site/site.ts'
import type { Design, TrialShown } from '#product/trial/trial.ts'
import type { Draft, DraftBody } from '../../draft.ts'
import { planApi } from '../../plan-api.ts'
import { MoreMeasures } from './MoreMeasures.tsx'
import { SitesChoice } from './SitesChoice.tsx'
import type { OwnPlan } from './use-own-plan.ts'
import { WhoGetsIt } from './WhoGetsIt.tsx'
import { assignmentOf } from './who.ts'

interface OwnFiguresProps {
  trial: TrialShown
  design: Design
  body: DraftBody
  sites: readonly Site[]
  metrics: readonly Metric[]
  chosen: ReadonlySet<SiteId>
  onChosen: (chosen: ReadonlySet<SiteId>) => void
  own: OwnPlan
  /** Saves what is typed. The revision that then stands there. */
  flush: () => Promise<number | null>
  onDraft: (draft: Draft) => void
}

/** Where, when and who: all that is asked of a trial whose figures are measured here anyway. */
export function OwnFigures(props: OwnFiguresProps) {
  const { trial, design, body, sites, metrics, chosen, onChosen, flush, onDraft } = props
  const { measures, onMeasures, who, onWho } = props.own
  const { measured } = body
  const language = useLanguage()
  const [isOpen, setOpen] = useState(measured === null)
  const [startsOn, setStartsOn] = useState(measured?.outcomesOn ?? '')
  const make = useAction(planApi.makeHistory)
  const main = metrics.find(({ id }) => id === body.metricId)
  const own = sites.filter(({ id }) => chosen.has(id))
  const assignment = assignmentOf(design, own, who)
  const history = historyOf(body.metricId, own)

  async function send(): Promise<void> {
    const revision = await flush()
    if (revision === null || !main || !assignment) return
    const said = { metricId: main.id, ...measures, startsOn, assignment }
    const draft = await make.run({ id: trial.id, revision, ...said })
    if (!draft) return
    onDraft(draft)
    setOpen(false)
  }

  if (measured && !isOpen)
    return (
      <Stack gap="2">
        <p>
          {t('plan.own.made', {
            sites: measured.sites.length,
            measures: measured.metrics.length,
            from: sayPeriod(measured.fromOn, measured.every, language),
            start: sayPeriod(measured.outcomesOn, measured.every, language),
          })}
        </p>
        <div>
          <Button small onPress={() => setOpen(true)}>
            {t('plan.own.again')}
          </Button>
        </div>
      </Stack>
    )
  const lacking = [
    ...(main ? [] : [t('plan.part.metric')]),
    ...(own.length > 0 ? [] : [t('plan.own.sites')]),
    ...(startsOn ? [] : [t('plan.own.starts-on')]),
    ...(assignment ? [] : [t('plan.own.who')]),
  ]
  return (
    <Stack gap="3">
      <SitesChoice sites={sites} chosen={chosen} onChosen={onChosen} />
      <Field label={t('plan.own.starts-on')} help={t('plan.own.starts-on-help')} error={wrong('#/startsOn')} required>
        <Input type="date" value={startsOn} onChange={({ target }) => setStartsOn(target.value)} />
      </Field>
      {history && own.length > 0 && (
        <WhoGetsIt
          {...{ design, who, history, onWho, startsOn }}
          sites={own}
          about={trial.title}
          errorOf={(place) => wrong(`#/assignment${place}`)}
        />
      )}
      {main && (
        <MoreMeasures
          metrics={metrics.filter(({ id, every }) => id !== main.id && every === main.every)}
          measures={measures}
          onMeasures={onMeasures}
        />
      )}
      <ProblemNotice error={make.error} />
      <Stack gap="1">
        <div>
          <Button variant="primary" busy={make.isBusy} disabled={lacking.length > 0} onPress={() => void send()}>
            {t('plan.own.make')}
          </Button>
        </div>
        <p className="xs quiet">
          {lacking.length > 0 ? t('plan.own.lacking', { parts: lacking.join(', ') }) : t('plan.own.make-help')}
        </p>
      </Stack>
    </Stack>
  )

  function wrong(pointer: string): string | undefined {
    return make.error?.field(pointer)
  }
}

/** What was measured at the sites that are chosen; of very many, at all of them. */
export function historyOf(metricId: MetricId | null, own: readonly Pick<Site, 'id'>[]): HistorySource | null {
  if (metricId === null || own.length === 0) return null
  const siteIds = own.length > limits.sitesAtOnce ? null : own.map(({ id }) => id)
  return { by: 'measurements', metricId, siteIds }
}
