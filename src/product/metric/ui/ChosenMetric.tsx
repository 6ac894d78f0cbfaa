import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Row } from '#design/Layout.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Metric } from '../metric.ts'
import { MetricDialog } from './MetricDialog.tsx'
import { metricText } from './worth.ts'

/** What a metric means, and for an admin the way to price it anew. */
export function ChosenMetric({ metric }: { metric: Metric }) {
  const language = useLanguage()
  const { currency } = useMyself().workspace
  const may = useMay()
  const [isChanging, setChanging] = useState(false)
  return (
    <Row gap="1">
      <p className="small quiet">{metricText(metric, currency, language)}</p>
      {may('metric.change') && (
        <Button variant="plain" small icon={Pencil} onPress={() => setChanging(true)}>
          {t('metric.change')}
        </Button>
      )}
      {isChanging && <MetricDialog metric={metric} onClose={() => setChanging(false)} />}
    </Row>
  )
}
