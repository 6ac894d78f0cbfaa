import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { Columns, SheetColumn, SheetDescription, SheetDoubt } from '../sheet.ts'
import { TreatedValues } from './TreatedValues.tsx'

/** A choice of columns while it is being made. */
export type ColumnChoice = Omit<Columns, 'site' | 'period' | 'value' | 'treated'> & {
  site: string | null
  period: string | null
  value: string | null
  treated: { column: string | null; values: string[] | null }
}

interface ColumnMapProps {
  description: SheetDescription
  columns: ColumnChoice
  since: string
  onColumns: (columns: ColumnChoice) => void
  onSince: (since: string) => void
  /** What is doubtful in the sheet as it is read now: only what is open needs an answer. */
  doubts: readonly SheetDoubt[]
  /** What is wrong with a part, by its pointer: `#/columns/site`, `#/since`. */
  errorOf: (pointer: string) => string | undefined
}

const parts = ['site', 'period', 'value'] as const

/** Which column says what. Guesses are chosen beforehand; a person accepts or changes them. */
export function ColumnMap(props: ColumnMapProps) {
  const { description, columns, since, onColumns, onSince, errorOf } = props
  const byName = new Map(description.columns.map((column) => [column.name, column]))
  const options = description.columns.map(({ name }) => ({ value: name, label: name }))
  return (
    <Stack gap="3">
      <Pair>
        {parts.map((part) => (
          <Field
            key={part}
            label={t(`sheet.column.${part}`)}
            help={columns[part] === null ? t(`sheet.column.${part}-help`) : exampleText(byName.get(columns[part]))}
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
        <Field
          label={t('sheet.column.treated')}
          help={
            columns.treated.column === null
              ? t('sheet.column.treated-help')
              : exampleText(byName.get(columns.treated.column))
          }
          error={errorOf('#/columns/treated')}
          required
        >
          <Select
            placeholder={t('design.choose')}
            value={columns.treated.column ?? ''}
            options={options}
            onChange={(event) =>
              onColumns({ ...columns, treated: { column: event.target.value || null, values: null } })
            }
          />
        </Field>
      </Pair>
      <TreatedValues
        column={byName.get(columns.treated.column ?? '')}
        values={columns.treated.values}
        onValues={(values) => onColumns({ ...columns, treated: { ...columns.treated, values } })}
      />
      <Since period={byName.get(columns.period ?? '')} since={since} onSince={onSince} error={errorOf('#/since')} />
      <OpenReadings {...props} />
    </Stack>
  )
}

function exampleText(column: SheetColumn | undefined): string | undefined {
  return column?.examples.length ? t('sheet.examples', { examples: column.examples.join(', ') }) : undefined
}

interface SinceProps {
  period: SheetColumn | undefined
  since: string
  onSince: (since: string) => void
  error: string | undefined
}

function Since({ period, since, onSince, error }: SinceProps) {
  // Not the first: nothing can change before there is a before.
  const example = period?.examples.at(-1)
  return (
    <Field
      label={t('sheet.since')}
      help={example === undefined ? t('sheet.since-help') : t('sheet.since-help-like', { example })}
      error={error}
      required
    >
      <Input maxLength={40} value={since} onChange={(event) => onSince(event.target.value)} />
    </Field>
  )
}

/** What no cell of the sheet settles: asked only where it is open, or somebody has said something before. */
function OpenReadings({ columns, onColumns, doubts }: ColumnMapProps) {
  const has = (code: SheetDoubt['code']) => doubts.some((doubt) => doubt.code === code)
  const isDateOpen = has('unsure-dates') || columns.dateOrder !== null
  const isNumberOpen = has('unsure-numbers') || columns.numberStyle !== null
  if (!isDateOpen && !isNumberOpen) return null
  return (
    <Pair>
      {isDateOpen && (
        <Field label={t('sheet.date-order')}>
          <Select
            placeholder={t('sheet.as-found')}
            value={columns.dateOrder ?? ''}
            options={[
              { value: 'day-first', label: t('sheet.date-order.day-first') },
              { value: 'month-first', label: t('sheet.date-order.month-first') },
            ]}
            onChange={({ target }) =>
              onColumns({ ...columns, dateOrder: (target.value || null) as Columns['dateOrder'] })
            }
          />
        </Field>
      )}
      {isNumberOpen && (
        <Field label={t('sheet.number-style')}>
          <Select
            placeholder={t('sheet.as-found')}
            value={columns.numberStyle ?? ''}
            options={[
              { value: 'point', label: t('sheet.number-style.point') },
              { value: 'comma', label: t('sheet.number-style.comma') },
            ]}
            onChange={({ target }) =>
              onColumns({ ...columns, numberStyle: (target.value || null) as Columns['numberStyle'] })
            }
          />
        </Field>
      )}
    </Pair>
  )
}
