import { Plus, X } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '#product/person/person-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { DraftForecast } from '../draft.ts'

interface ForecastsProps {
  forecasts: readonly DraftForecast[]
  unit: string | undefined
  onForecasts: (forecasts: DraftForecast[]) => void
  errorOf: (pointer: string) => string | undefined
}

const most = 50

/** What named people expect before the start: shown beside the result, so that everybody learns how well they foresee. */
export function Forecasts({ forecasts, unit, onForecasts, errorOf }: ForecastsProps) {
  const { data: people } = useEndpoint(personApi.list, {})
  const { personId: ownId } = useMyself()
  const taken = new Set(forecasts.map(({ personId }) => personId))
  const free = (people ?? []).filter(({ id }) => !taken.has(id))
  const next = free.find(({ id }) => id === ownId) ?? free[0]
  return (
    <Stack gap="2">
      {forecasts.map((forecast, at) => {
        const change = (part: Partial<DraftForecast>) =>
          onForecasts(forecasts.map((one, place) => (place === at ? { ...one, ...part } : one)))
        const own = people?.find(({ id }) => id === forecast.personId)
        return (
          <Pair key={forecast.personId}>
            <Field label={t('plan.forecast-who')} required>
              <Select
                value={forecast.personId}
                options={[...(own ? [own] : []), ...free].map(({ id, name }) => ({ value: id, label: name }))}
                onChange={({ target }) => change({ personId: target.value as PersonId })}
              />
            </Field>
            {(['low', 'high'] as const).map((end) => (
              <Field
                key={end}
                label={t(`plan.forecast-${end}`)}
                help={end === 'low' ? t('plan.forecast-low-help') : undefined}
                error={errorOf(`#/forecasts/${at}/${end}`)}
                required
              >
                <NumberInput value={forecast[end]} unit={unit} onValue={(value) => change({ [end]: value })} />
              </Field>
            ))}
            <div>
              <Button
                variant="plain"
                small
                icon={X}
                onPress={() => onForecasts(forecasts.filter((_, place) => place !== at))}
              >
                {t('plan.remove-guardrail')}
              </Button>
            </div>
          </Pair>
        )
      })}
      {next && forecasts.length < most && (
        <div>
          <Button
            small
            icon={Plus}
            onPress={() => onForecasts([...forecasts, { personId: next.id, low: null, high: null }])}
          >
            {t(forecasts.length === 0 ? 'plan.add-forecast' : 'plan.add-another-forecast')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
