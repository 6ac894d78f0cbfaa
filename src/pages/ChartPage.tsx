import { Flag, FlaskConical, Lightbulb, Lock, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Pair } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { Page, State } from '#design/Page.tsx'
import { Select } from '#design/Select.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link, useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { chartPath, ruleSets, usualDrawing } from '#product/chart/chart.ts'
import { chartApi } from '#product/chart/chart-api.ts'
import { ChartLog } from '#product/chart/ui/ChartLog.tsx'
import { ChartMarks } from '#product/chart/ui/ChartMarks.tsx'
import { type Begun, ChartPicture } from '#product/chart/ui/ChartPicture.tsx'
import { FreezeLimits } from '#product/chart/ui/FreezeLimits.tsx'
import { RecordChange } from '#product/chart/ui/RecordChange.tsx'
import { SetDrawing } from '#product/chart/ui/SetDrawing.tsx'
import { StandBadge } from '#product/chart/ui/StandBadge.tsx'
import { sayChart, sayNext } from '#product/chart/ui/say-chart.ts'
import { useNames } from '#product/chart/ui/use-names.ts'
import { IdeaDialog } from '#product/idea/ui/IdeaDialog.tsx'
import { metricApi } from '#product/metric/metric-api.ts'
import { planApi } from '#product/plan/plan-api.ts'
import { PlanTrialOn } from '#product/plan/ui/PlanTrialOn.tsx'
import { siteApi } from '#product/site/site-api.ts'
import { trialPath } from '#product/trial/ui/trial-path.ts'
import { FailurePage } from './FailurePage.tsx'

/** One control chart: what is usual, what stands out and why, and what to do about it. */
export function ChartPage({ id }: { id: string }) {
  const [query, setQuery] = useQueryText()
  const siteId = query.get('site') || undefined
  const rules = ruleSets.find((set) => set === query.get('rules'))
  const metric = useEndpoint(metricApi.find, { id })
  const sites = useEndpoint(siteApi.list, {})
  const asked = { id, ...(siteId ? { siteId } : {}), ...(rules ? { rules } : {}) }
  const found = useEndpoint(chartApi.find, asked, { keepsLast: true })
  const begun = useBegun(id, siteId)
  const language = useLanguage()
  const nameOf = useNames()
  const addressOf = useAddress()
  const may = useMay()
  const [open, setOpen] = useState<'idea' | 'change' | 'freeze' | 'set' | 'trial' | null>(null)
  const error = metric.error ?? found.error
  if (error) return <FailurePage error={error} />
  const [measure, chart] = [metric.data, found.data]
  if (!measure || !chart || !sites.data) return <Loading />
  const place = sites.data.find((site) => site.id === chart.siteId)?.name ?? t('chart.all-sites')
  const said = sayChart(chart, measure, place, language)
  const mayArrange = may('chart.arrange', { ownerId: measure.ownerId })
  const usualRules = chart.setting?.rules ?? usualDrawing.rules
  const hasFigures = chart.points.length > 0
  // From the way back a trial of the idea knows what it is about.
  const link = `${location.origin}${addressOf(chartPath(id, chart.siteId))}`

  return (
    <Page
      crumbs={[
        { label: t('frame.measures'), href: addressOf('/measures') },
        { label: measure.name, href: addressOf(`/measures/${id}`) },
        { label: t('chart.wall'), href: addressOf(`/measures/${id}/charts`) },
        { label: place },
      ]}
      tabTitle={`${measure.name}, ${place}`}
      sentence={said}
      state={
        <State badge={<StandBadge stand={chart.stand} />}>
          {sayNext(chart, measure.ownerId === null ? undefined : nameOf(measure.ownerId) || undefined)}
        </State>
      }
      actions={
        <>
          {may('idea.write') && hasFigures && (
            <Button variant="primary" icon={Lightbulb} onPress={() => setOpen('idea')}>
              {t('chart.start-idea')}
            </Button>
          )}
          {may('chart.write') && hasFigures && (
            <Button icon={Flag} onPress={() => setOpen('change')}>
              {t('chart.record')}
            </Button>
          )}
          {may('trial.plan') && (
            <Button variant="plain" icon={FlaskConical} onPress={() => setOpen('trial')}>
              {t('chart.plan-trial')}
            </Button>
          )}
          {mayArrange && hasFigures && (
            <Button variant="plain" icon={Lock} onPress={() => setOpen('freeze')}>
              {t('chart.freeze')}
            </Button>
          )}
          {mayArrange && (
            <Button variant="plain" icon={Settings2} onPress={() => setOpen('set')}>
              {t('chart.set')}
            </Button>
          )}
        </>
      }
    >
      {rules !== undefined && rules !== usualRules && (
        <Notice title={t('chart.look-only', { rules: t(`chart.rules.${usualRules}`) })} />
      )}
      <ChartPicture chart={chart} metric={measure} place={place} said={said} begun={begun} />
      {hasFigures && <ChartMarks chart={chart} metric={measure} />}
      <Pair>
        <Field label={t('chart.site')}>
          <Select
            value={chart.siteId ?? ''}
            onChange={(event) => setQuery({ site: event.target.value })}
            options={[
              { value: '', label: t('chart.choose-site') },
              ...sites.data.map((site) => ({ value: site.id, label: site.name })),
            ]}
          />
        </Field>
        <Field label={t('chart.rules')}>
          <Select
            value={chart.rules}
            onChange={(event) => {
              const chosen = event.target.value
              setQuery({ rules: chosen === usualRules ? undefined : chosen })
            }}
            options={ruleSets.map((value) => ({ value, label: t(`chart.rules.${value}`) }))}
          />
        </Field>
      </Pair>
      <ChartLog chart={chart} metric={measure} begun={begun} />
      <p className="small">
        <Link to={`/measures/${id}/charts`}>{t('chart.see-wall')}</Link>
        {chart.siteId !== null && (
          <>
            {' · '}
            <Link to={`/measures/sites/${chart.siteId}/charts`}>{t('chart.see-site-wall', { place })}</Link>
          </>
        )}
      </p>
      {open === 'idea' && (
        <IdeaDialog title={t('chart.start-idea')} seen={said} link={link} onClose={() => setOpen(null)} />
      )}
      {open === 'trial' && (
        <PlanTrialOn
          metricId={measure.id}
          siteId={chart.siteId}
          onWriteIdea={() => setOpen('idea')}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'change' && <RecordChange chart={chart} metric={measure} place={place} onClose={() => setOpen(null)} />}
      {open === 'freeze' && <FreezeLimits chart={chart} metric={measure} onClose={() => setOpen(null)} />}
      {open === 'set' && <SetDrawing chart={chart} metric={measure} onClose={() => setOpen(null)} />}
    </Page>
  )
}

/** The trials of a measure that were, or are, under way at a site. */
function useBegun(id: string, siteId: string | undefined): Begun[] {
  const trials = useEndpoint(planApi.onMetric, { id, ...(siteId ? { siteId } : {}) })
  const addressOf = useAddress()
  const spans = trials.data ?? []
  return spans.map(({ fromOn, toOn, title, ...trial }) => ({
    ...{ key: trial.id, on: fromOn, toOn, kind: t('page.trial'), text: title },
    href: addressOf(trialPath(trial)),
  }))
}
