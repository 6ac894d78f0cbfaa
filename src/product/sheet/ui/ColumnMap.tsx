import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { SheetColumn, SheetDescription, SheetDoubt } from '../sheet.ts'
import {
  type ColumnChoice,
  columnIn,
  type NamedPart,
  type PartOfMap,
  withColumn,
  type YesPart,
} from './column-choice.ts'
import { TreatedValues } from './TreatedValues.tsx'

interface ColumnMapProps {
  description: SheetDescription
  columns: ColumnChoice
  /** The parts that are asked for, in their order. */
  parts: readonly PartOfMap[]
  onColumns: (columns: ColumnChoice) => void
  /** The first period with the change, where that is one for all; null where it is not asked for. */
  since: string | null
  onSince: (since: string) => void
  /** What is doubtful in the sheet as it is read now: only what is open needs an answer. */
  doubts: readonly SheetDoubt[]
  /** What is wrong with a part, by its pointer: `#/columns/site`, `#/since`. */
  errorOf: (pointer: string) => string | undefined
}

/** Which column says what. Guesses are chosen beforehand; a person accepts or changes them. */
export function ColumnMap(props: ColumnMapProps) {
  const { description, columns, parts, since, onColumns, onSince, errorOf } = props
  const byName = new Map(description.columns.map((column) => [column.name, column]))
  const yes = parts.flatMap(({ part }) => (isYes(part) ? [part] : []))
  const [needed, others] = [parts.filter(({ isOptional }) => !isOptional), parts.filter(({ isOptional }) => isOptional)]
  const fieldOf = (part: PartOfMap) => (
    <PartField
      key={part.part}
      {...part}
      description={description}
      chosen={byName.get(columnIn(columns, part.part) ?? '')}
      error={errorOf(`#/columns/${part.part}`) ?? errorOf(`#/columns/${part.part}/column`)}
      onColumn={(column) => onColumns(withColumn(columns, part.part, byName.get(column ?? '') ?? null))}
    />
  )
  return (
    <Stack gap="3">
      <Pair>{needed.map(fieldOf)}</Pair>
      {yes.map((part) => (
        <TreatedValues
          key={part}
          column={byName.get(columns[part].column ?? '')}
          values={columns[part].values}
          onValues={(values) => onColumns({ ...columns, [part]: { ...columns[part], values } })}
        />
      ))}
      {since !== null && (
        <Since period={byName.get(columns.period ?? '')} since={since} onSince={onSince} error={errorOf('#/since')} />
      )}
      <OpenReadings {...props} />
      {others.length > 0 && (
        <details className="numbers small" open={others.some(({ part }) => columnIn(columns, part) !== null)}>
          <summary>{t('sheet.more-columns')}</summary>
          <Pair>{others.map(fieldOf)}</Pair>
        </details>
      )}
    </Stack>
  )
}

function isYes(part: NamedPart | YesPart): part is 'treated' | 'received' {
  return part === 'treated' || part === 'received'
}

interface PartFieldProps extends PartOfMap {
  description: SheetDescription
  chosen: SheetColumn | undefined
  error: string | undefined
  onColumn: (column: string | null) => void
}

function PartField({ word, isOptional = false, description, chosen, error, onColumn }: PartFieldProps) {
  return (
    <Field
      label={t(`sheet.column.${word}`)}
      help={chosen ? exampleText(chosen) : t(`sheet.column.${word}-help`)}
      error={error}
      required={!isOptional}
    >
      <Select
        placeholder={t(isOptional ? 'sheet.column.none' : 'design.choose')}
        value={chosen?.name ?? ''}
        options={description.columns.map(({ name }) => ({ value: name, label: name }))}
        onChange={(event) => onColumn(event.target.value || null)}
      />
    </Field>
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
              onColumns({ ...columns, dateOrder: (target.value || null) as ColumnChoice['dateOrder'] })
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
              onColumns({ ...columns, numberStyle: (target.value || null) as ColumnChoice['numberStyle'] })
            }
          />
        </Field>
      )}
    </Pair>
  )
}
