import { RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { resultApi } from '../result-api.ts'

/** Measuring takes seconds. After this long something is wrong, and waiting on does not help. */
const patienceMs = 30_000

interface MeasureAgainProps {
  trial: TrialShown
  /** Since when it could have been computed: the trial was over, and its plan as it is now. */
  since: Date
}

/** While a result is being computed; and when it does not come, what one can do about it instead of waiting on. */
export function MeasureAgain({ trial, since }: MeasureAgainProps) {
  const may = useMay()
  const measure = useAction(resultApi.measure)
  const [isLate, setLate] = useState(() => Date.now() - since.getTime() > patienceMs)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return <Loading text={t('result.computing')} />
  return (
    <Notice tone="warn" title={t('result.late')}>
      <Stack gap="2">
        <p>{t('result.late-help')}</p>
        <ProblemNotice error={measure.error} />
        {may('result.measure', trial) && (
          <div>
            <Button icon={RotateCw} busy={measure.isBusy} onPress={() => void measure.run({ id: trial.id })}>
              {t('result.measure-now')}
            </Button>
          </div>
        )}
      </Stack>
    </Notice>
  )
}
