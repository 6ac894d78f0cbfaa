import { useEffect, useRef } from 'react'
import { Button } from '#design/Button.tsx'
import { Row } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Site } from '#product/site/site.ts'
import { measurementApi } from '../measurement-api.ts'
import { sayFigure } from './say-figure.ts'
import { sayPeriod } from './say-period.ts'
import { useWaiting } from './use-waiting.ts'

/** Figures that this browser keeps until there is a connection: then they are sent, and stay until they have arrived. */
export function WaitingFigures({ metrics, sites }: { metrics: readonly Metric[]; sites: readonly Site[] }) {
  const { waiting, drop } = useWaiting()
  const language = useLanguage()
  const enter = useAction(measurementApi.enter)
  const { error } = enter

  async function send(): Promise<void> {
    for (const figure of waiting) {
      const { metricId, ...rest } = figure
      if (!(await enter.run({ id: metricId, ...rest }))) return
      drop(figure)
    }
  }

  const sendNow = useRef(send)
  sendNow.current = send
  useEffect(() => {
    const again = () => void sendNow.current()
    again()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])

  if (waiting.length === 0) return null
  return (
    <Notice tone="warn" live="polite" title={t('measurement.waiting', { count: waiting.length })}>
      {error && error.problem.status !== 0 && <p>{error.problem.detail}</p>}
      <ul>
        {waiting.map((figure) => {
          const metric = metrics.find(({ id }) => id === figure.metricId)
          const site = sites.find(({ id }) => id === figure.siteId)
          return (
            <li key={`${figure.metricId} ${figure.siteId} ${figure.on}`}>
              <Row gap="1">
                <span>
                  {[
                    metric?.name,
                    site?.name,
                    sayPeriod(figure.on, metric?.every ?? 'day', language),
                    sayFigure(figure, language),
                  ].join(', ')}
                </span>
                <Button small variant="plain" onPress={() => drop(figure)}>
                  {t('measurement.drop')}
                </Button>
              </Row>
            </li>
          )
        })}
      </ul>
      <Button small busy={enter.isBusy} onPress={() => void send()}>
        {t('measurement.send-now')}
      </Button>
    </Notice>
  )
}
