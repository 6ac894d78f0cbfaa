import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { useToast } from '#design/Toast.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { isDivided, type Metric } from '#product/metric/metric.ts'
import type { Site } from '#product/site/site.ts'
import { duePeriod, offeredPeriods } from '../due-period.ts'
import { figureOf, type Point } from '../measurement.ts'
import { measurementApi } from '../measurement-api.ts'
import { slipOf, usualOf } from '../outlying.ts'
import { lookedFromOn } from '../site-state.ts'
import { sayFigure } from './say-figure.ts'
import { sayPeriod } from './say-period.ts'
import { useWaiting } from './use-waiting.ts'

interface FigureFormProps {
  metric: Metric
  site: Site
  today: string
  /** The next site on the round. */
  next: { name: string; onGo: () => void } | null
  onEntered: () => void
}

/** The figure of one site, for the period that is due. */
export function FigureForm({ metric, site, today, next, onEntered }: FigureFormProps) {
  const language = useLanguage()
  const asked = { id: metric.id, siteIds: site.id, fromOn: lookedFromOn(today, metric.every) }
  const series = useEndpoint(measurementApi.series, asked)
  const points = series.data?.[0]?.points ?? []
  const due = duePeriod(points, today, metric.every)
  const [chosen, setChosen] = useState<string | null>(null)
  const on = chosen ?? due
  const period = (day: string) => sayPeriod(day, metric.every, language)
  const offered = offeredPeriods(today, metric.every)
  const at = points.find((point) => point.on === on)
  const before = points.filter((point) => point.on < on).at(-1)

  if (series.error && series.error.problem.status !== 0) return <ProblemNotice error={series.error} />
  if (!series.data && !series.error) return <Skeleton lines={3} />
  return (
    <Stack gap="3">
      <Field label={t('measurement.when')}>
        <Select
          value={on}
          options={[...new Set([...offered, on])].map((day) => ({
            value: day,
            label: points.some((point) => point.on === day)
              ? t('measurement.period-there', { period: period(day) })
              : period(day),
          }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      </Field>
      <NumberForm
        key={on}
        metric={metric}
        site={site}
        on={on}
        at={at}
        before={before}
        points={points}
        onSaved={() => {
          onEntered()
          setChosen(null)
        }}
      />
      {next && (
        <div>
          <Button variant="plain" onPress={next.onGo}>
            {t('measurement.next-site', { name: next.name })}
          </Button>
        </div>
      )}
    </Stack>
  )
}

interface NumberFormProps extends Pick<FigureFormProps, 'metric' | 'site'> {
  on: string
  /** What is there for this period. */
  at: Point | undefined
  before: Point | undefined
  points: readonly Point[]
  onSaved: () => void
}

function NumberForm({ metric, site, on, at, before, points, onSaved }: NumberFormProps) {
  const language = useLanguage()
  const toast = useToast()
  const divides = isDivided(metric.kind)
  const [value, setValue] = useState<number | null>(at?.value ?? null)
  const [denominator, setDenominator] = useState<number | null>(at?.denominator ?? null)
  const [isAsking, setAsking] = useState(false)
  const [wasTried, setTried] = useState(false)
  const enter = useAction(measurementApi.enter)
  const remove = useAction(measurementApi.remove)
  const { keep: keepHere } = useWaiting()
  const [isFull, setFull] = useState(false)
  const period = sayPeriod(on, metric.every, language)

  const isMissing = value === null || Number.isNaN(value) || (divides && (denominator === null || !(denominator > 0)))
  const figure = { value: value ?? 0, denominator: divides ? denominator : null }
  const others = points.filter((point) => point.on !== on).map(figureOf)
  const usual = usualOf(others)
  const slip = isMissing ? null : slipOf(figureOf(figure), usual)

  async function save(isSure: boolean): Promise<void> {
    setTried(true)
    if (isMissing) return
    if (slip && !isSure) return setAsking(true)
    const asked = { siteId: site.id, on, ...figure }
    const entered = await enter.run({ id: metric.id, ...asked })
    if (entered) {
      toast({
        text: t('measurement.saved', { period, figure: sayFigure(figure, language) }),
        onUndo: () => void undo(),
      })
      onSaved()
    }
  }

  /** What was there before comes back; where nothing was, the figure goes. */
  async function undo(): Promise<void> {
    const place = { id: metric.id, siteId: site.id, on }
    if (at) await enter.run({ ...place, value: at.value, denominator: at.denominator })
    else await remove.run(place)
  }

  function keep(): void {
    const isKept = keepHere({ metricId: metric.id, siteId: site.id, on, ...figure })
    setFull(!isKept)
    if (!isKept) return
    enter.reset()
    onSaved()
  }

  const isOffline = enter.error?.problem.status === 0
  return (
    <Form onSubmit={() => void save(isAsking)}>
      {isOffline ? (
        <Notice tone="warn" live="now" title={t('measurement.offline')}>
          <p>{isFull ? t('measurement.not-kept') : t('measurement.offline-help')}</p>
          <Button small onPress={keep}>
            {t('measurement.keep-here')}
          </Button>
        </Notice>
      ) : (
        <ProblemNotice error={enter.error ?? remove.error} />
      )}
      <Field
        label={divides ? t('measurement.above') : metric.unit}
        help={
          before
            ? t('measurement.before-was', {
                figure: sayFigure(before, language),
                period: sayPeriod(before.on, metric.every, language),
              })
            : t('measurement.none-before')
        }
        error={
          enter.error?.field('#/value') ?? (wasTried && value === null ? t('measurement.number-missing') : undefined)
        }
        required
      >
        <NumberInput
          value={value}
          onValue={(next) => {
            setValue(next)
            setAsking(false)
          }}
        />
      </Field>
      {divides && (
        <Field
          label={t('measurement.below')}
          help={t(`measurement.below-help.${metric.kind === 'proportion' ? 'proportion' : 'other'}`)}
          error={
            enter.error?.field('#/denominator') ??
            (wasTried && denominator === null ? t('measurement.number-missing') : undefined)
          }
          required
        >
          <NumberInput
            value={denominator}
            onValue={(next) => {
              setDenominator(next)
              setAsking(false)
            }}
          />
        </Field>
      )}
      {isAsking && slip && usual && (
        <Notice tone="warn" live="now" title={t('measurement.sure')}>
          <p>
            {t(`measurement.slip.${slip.as}`, {
              figure: sayFigure(figure, language),
              usual: formatNumber(usual.middle, language),
              by: slip.as === 'off' ? 0 : slip.by,
            })}
          </p>
        </Notice>
      )}
      <Row gap="2">
        <Button type="submit" variant="primary" busy={enter.isBusy}>
          {t(isAsking ? 'measurement.save-anyway' : at ? 'measurement.correct' : 'measurement.save')}
        </Button>
        {at && !isAsking && (
          <span className="small quiet">{t('measurement.is-there', { figure: sayFigure(at, language) })}</span>
        )}
      </Row>
    </Form>
  )
}
