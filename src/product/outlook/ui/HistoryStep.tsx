import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import { guessedColumns } from '#product/sheet/ui/guessed-columns.ts'
import { SheetDrop } from '#product/sheet/ui/SheetDrop.tsx'
import type { HistorySource } from '../outlook.ts'

/** A choice of columns while it is being made. */
export interface HistoryChoice {
  sheet: Sheet
  site: string | null
  period: string | null
  value: string | null
  until: string
}

interface HistoryStepProps {
  choice: HistoryChoice | null
  onChoice: (choice: HistoryChoice) => void
  errorOf: (pointer: string) => string | undefined
}

const parts = ['site', 'period', 'value'] as const

/** The table with the figures from before, and which column says what. */
export function HistoryStep({ choice, onChoice, errorOf }: HistoryStepProps) {
  return (
    <Stack gap="3">
      <SheetDrop
        label={t('outlook.table')}
        chosen={choice?.sheet.name}
        onSheet={(sheet) => onChoice(choiceOf(sheet))}
      />
      {choice && (
        <Pair>
          {parts.map((part) => (
            <Field
              key={part}
              label={t(`sheet.column.${part}`)}
              error={errorOf(`#/columns/${part}`)}
              required={part !== 'site'}
            >
              <Select
                placeholder={t('design.choose')}
                value={choice[part] ?? ''}
                options={choice.sheet.description.columns.map(({ name }) => ({ value: name, label: name }))}
                onChange={(event) => onChoice({ ...choice, [part]: event.target.value || null })}
              />
            </Field>
          ))}
          <Field
            label={t('outlook.until')}
            help={t('outlook.until-help')}
            error={errorOf('#/history/until')}
            required={false}
          >
            <Input
              value={choice.until}
              maxLength={40}
              onChange={(event) => onChoice({ ...choice, until: event.target.value })}
            />
          </Field>
        </Pair>
      )}
    </Stack>
  )
}

function choiceOf(sheet: Sheet): HistoryChoice {
  const { site, period, value } = guessedColumns(sheet.description).columns
  return { sheet, site, period, value, until: '' }
}

/** The source that a whole choice names; null while a column is missing. */
export function sourceOf(choice: HistoryChoice | null): Extract<HistorySource, { by: 'sheet' }> | null {
  if (!choice || choice.period === null || choice.value === null) return null
  const { site, period, value, until } = choice
  const columns = { site, period, value, denominator: null, dateOrder: null, numberStyle: null }
  return { by: 'sheet', sheetId: choice.sheet.id, columns, until: until.trim() || null }
}
