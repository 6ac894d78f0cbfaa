import { Field } from '#design/Field.tsx'
import { DateInput } from '#design/Input.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import { type Figures, writeFigures } from '#platform/anywhere/figures.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { countedBy, effectOf, sitesMeasured, sitesWith, standingOf } from '#product/result/result.ts'
import type { ResultShown } from '#product/result/result-api.ts'
import { Adoption } from '../decision.ts'

/** As it is being written: the number of sites may still be missing. */
export interface AdoptionAsked extends Omit<Adoption, 'sites'> {
  sites: number | null
}

interface AdoptionFieldsProps {
  result: ResultShown
  value: AdoptionAsked
  onValue: (value: AdoptionAsked) => void
  wrong: (field: string) => string | undefined
}

/** Where, since when and how often, if it is adopted; and what the ledger would then book. */
export function AdoptionFields({ result, value, onValue, wrong }: AdoptionFieldsProps) {
  const { sites, fromOn, per } = value
  return (
    <fieldset className="field">
      <legend>{t('decision.if-adopted')}</legend>
      <Stack gap="2">
        <Row gap="2" align="start">
          <Field label={t(`decision.${countedBy(result.analysis)}s`)} error={wrong('sites')} required>
            <NumberInput value={sites} onValue={(next) => onValue({ ...value, sites: next })} />
          </Field>
          <Field label={t('decision.from')} error={wrong('fromOn')} required>
            <DateInput value={fromOn} onChange={(event) => onValue({ ...value, fromOn: event.target.value })} />
          </Field>
          <Field label={t('decision.per')} error={wrong('per')} required>
            <Select
              value={per}
              onChange={(event) => onValue({ ...value, per: event.target.value as Adoption['per'] })}
              options={cadences(result).map((each) => ({ value: each, label: t(`decision.per-${each}`) }))}
            />
          </Field>
        </Row>
        <p className="small quiet" role="status">
          <Booked result={result} adoption={value} />
          <RollOut result={result} sites={sites} />
        </p>
      </Stack>
    </fieldset>
  )
}

/** Where the figures say how often they come, there is nothing to choose. */
function cadences({ picture: { every } }: ResultShown): readonly Adoption['per'][] {
  return every === 'period' ? Adoption.shape.per.options : [every]
}

/** That it goes to more sites than it was measured at, which the ledger will say for ever. */
function RollOut({ result: { analysis }, sites }: { result: ResultShown; sites: number | null }) {
  const count = sitesMeasured(analysis)
  if (sites === null || count === 0 || sites <= count) return null
  return ` ${t(countedBy(analysis) === 'unit' ? 'decision.rolls-out-units' : 'decision.rolls-out', { count, sites })}`
}

/** The amount that would be booked, as it is being written. */
function Booked({ result, adoption: { sites, per } }: { result: ResultShown; adoption: AdoptionAsked }) {
  const language = useLanguage()
  const { analysis, question } = result
  const effect = effectOf(analysis, question.metric.better)
  if (standingOf(analysis) !== 'proved' || !effect) return t('decision.books-nothing')
  if (sites === null || !(sites > 0)) return t('decision.books-open')
  const { estimate, low, high } = writeFigures(times(effect, sites), language)
  const said = { amount: `${estimate} ${question.metric.unit}`, per: t(`result.each-${per}`) }
  return low === null || high === null ? t('decision.books-bare', said) : t('decision.books', { ...said, low, high })
}

function times({ estimate, low, high }: Figures, sites: number): Figures {
  return {
    estimate: estimate * sites,
    low: low === null ? null : low * sites,
    high: high === null ? null : high * sites,
  }
}

/** The sites that have it already, from today on, as often as the sheet has figures. */
export function firstAdoption({ analysis, picture }: ResultShown): AdoptionAsked {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return {
    sites: sitesWith(analysis) || null,
    fromOn: dayOf(new Date(), timeZone),
    per: picture.every,
  }
}
