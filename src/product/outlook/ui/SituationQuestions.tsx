import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { t } from '#platform/browser/language.ts'
import { mostPeriods, type Outlook, type Situation, shownPeriods } from '../outlook.ts'

interface SituationQuestionsProps {
  situation: Situation
  onSituation: (situation: Situation) => void
  /** What a period is called, once the figures say so. */
  rhythm: Outlook['history']['rhythm']
}

/** The few things that the figures do not say. Each has an answer beforehand, the careful one. */
export function SituationQuestions({ situation, onSituation, rhythm }: SituationQuestionsProps) {
  const set = (part: Partial<Situation>) => onSituation({ ...situation, ...part })
  const yes = (name: 'mayDraw' | 'canSwitch' | 'allInTheEnd' | 'pickedAtWorst' | 'spillover') => (
    <Checkbox
      label={t(`outlook.question.${name}`)}
      checked={situation[name]}
      onChange={(event) => set({ [name]: event.target.checked })}
    />
  )
  const periods = t('outlook.periods', { rhythm })
  return (
    <Stack gap="3">
      <Stack gap="1">
        {yes('mayDraw')}
        {yes('canSwitch')}
        {yes('allInTheEnd')}
        {yes('pickedAtWorst')}
        {situation.unitsPerPeriod !== null && yes('spillover')}
      </Stack>
      <Pair>
        {situation.canSwitch && (
          <Field label={t('outlook.question.carryOver')}>
            <NumberInput
              value={situation.carryOver}
              unit={periods}
              onValue={(value) => set({ carryOver: whole(value, 0, shownPeriods) ?? 0 })}
            />
          </Field>
        )}
        <Field label={t('outlook.question.periodsAhead')}>
          <NumberInput
            value={situation.periodsAhead}
            unit={periods}
            onValue={(value) => set({ periodsAhead: whole(value, 1, mostPeriods) ?? situation.periodsAhead })}
          />
        </Field>
        <Field label={t('outlook.question.sitesTreatable')} help={t('outlook.question.sitesTreatable-help')}>
          <NumberInput
            value={situation.sitesTreatable}
            onValue={(value) => set({ sitesTreatable: whole(value, 1, 2000) })}
          />
        </Field>
        <Field
          label={t('outlook.question.units')}
          help={t('outlook.question.units-help', { each: t('outlook.each', { rhythm }) })}
        >
          <NumberInput
            value={situation.unitsPerPeriod}
            onValue={(value) => set({ unitsPerPeriod: whole(value, 1, 1e9) })}
          />
        </Field>
      </Pair>
    </Stack>
  )
}

/** A whole number in its range; null for nothing, or for what is no number yet. */
function whole(value: number | null, least: number, most: number): number | null {
  if (value === null || Number.isNaN(value)) return null
  return Math.min(most, Math.max(least, Math.round(value)))
}
