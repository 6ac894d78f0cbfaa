import { Choices } from '#design/Choices.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { isDivided, type Metric } from '#product/metric/metric.ts'
import type { SheetDescription } from '#product/sheet/sheet.ts'
import type { ImportPreview } from '../import-preview.ts'
import type { ColumnsChosen } from './columns-guessed.ts'

interface ColumnFieldsProps {
  description: SheetDescription
  metric: Metric
  columns: ColumnsChosen
  onColumns: (columns: ColumnsChosen) => void
  unsure: ImportPreview['unsure']
  errorOf: (pointer: string) => string | undefined
}

/** Which column says what. Guesses are chosen beforehand. */
export function ColumnFields({ description, metric, columns, onColumns, unsure, errorOf }: ColumnFieldsProps) {
  const options = description.columns.map(({ name }) => ({ value: name, label: name }))
  const parts = ['site', 'period', 'value', 'denominator'] as const
  const asked = parts.filter((part) => {
    if (part === 'site') return true
    return !columns.isWide && (part !== 'denominator' || isDivided(metric.kind))
  })

  function examplesOf(part: (typeof parts)[number]): string {
    const column = description.columns.find(({ name }) => name === columns[part])
    return column?.examples.length
      ? t('sheet.examples', { examples: column.examples.join(', ') })
      : t(`measurement.column.${part}-help`)
  }

  return (
    <Stack gap="3">
      {!isDivided(metric.kind) && (
        <Choices
          label={t('measurement.shape')}
          beside
          required
          value={columns.isWide ? 'wide' : 'long'}
          onValue={(shape) => onColumns({ ...columns, isWide: shape === 'wide' })}
          choices={[
            { value: 'long', title: t('measurement.shape.long') },
            { value: 'wide', title: t('measurement.shape.wide') },
          ]}
        />
      )}
      <Pair>
        {asked.map((part) => (
          <Field
            key={part}
            label={t(`measurement.column.${part}`)}
            help={examplesOf(part)}
            error={errorOf(`#/columns/${part}`)}
            required
          >
            <Select
              placeholder={t('design.choose')}
              value={columns[part] ?? ''}
              options={options}
              onChange={(event) => onColumns({ ...columns, [part]: event.target.value || null })}
            />
          </Field>
        ))}
      </Pair>
      <OpenReadings columns={columns} onColumns={onColumns} unsure={unsure} />
    </Stack>
  )
}

/** What no cell settles: asked only where it is open, or somebody has answered. */
function OpenReadings({ columns, onColumns, unsure }: Pick<ColumnFieldsProps, 'columns' | 'onColumns' | 'unsure'>) {
  const isDateOpen = unsure.date !== null || columns.dateOrder !== null
  const isNumberOpen = unsure.number !== null || columns.numberStyle !== null
  if (!isDateOpen && !isNumberOpen) return null
  return (
    <Pair>
      {isDateOpen && (
        <Field
          label={t('sheet.date-order')}
          help={unsure.date ? t('sheet.examples', { examples: unsure.date }) : undefined}
        >
          <Select
            placeholder={t('sheet.as-found')}
            value={columns.dateOrder ?? ''}
            options={[
              { value: 'day-first', label: t('sheet.date-order.day-first') },
              { value: 'month-first', label: t('sheet.date-order.month-first') },
            ]}
            onChange={({ target }) =>
              onColumns({ ...columns, dateOrder: (target.value || null) as ColumnsChosen['dateOrder'] })
            }
          />
        </Field>
      )}
      {isNumberOpen && (
        <Field
          label={t('sheet.number-style')}
          help={unsure.number ? t('sheet.examples', { examples: unsure.number }) : undefined}
        >
          <Select
            placeholder={t('sheet.as-found')}
            value={columns.numberStyle ?? ''}
            options={[
              { value: 'point', label: t('sheet.number-style.point') },
              { value: 'comma', label: t('sheet.number-style.comma') },
            ]}
            onChange={({ target }) =>
              onColumns({ ...columns, numberStyle: (target.value || null) as ColumnsChosen['numberStyle'] })
            }
          />
        </Field>
      )}
    </Pair>
  )
}
