import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import type { Metric } from '../metric.ts'
import { NewMetricForm } from './NewMetricForm.tsx'

/** A button, and behind it what a measure is. */
export function AddMetric({ primary, onAdded }: { primary?: boolean | undefined; onAdded: (metric: Metric) => void }) {
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (!may('metric.add')) return null
  return (
    <>
      <Button variant={primary ? 'primary' : 'default'} icon={Plus} onPress={() => setOpen(true)}>
        {t('metric.new')}
      </Button>
      {isOpen && (
        <Dialog open size="wide" onClose={() => setOpen(false)} title={t('metric.new')}>
          <NewMetricForm
            whole
            suggested={{ name: '', unit: '' }}
            onAdded={(metric) => {
              setOpen(false)
              onAdded(metric)
            }}
          />
        </Dialog>
      )}
    </>
  )
}
