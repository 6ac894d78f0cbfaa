import { useId } from 'react'
import { Checkbox } from '#design/Checkbox.tsx'
import { Row } from '#design/Layout.tsx'
import { t } from '#platform/browser/language.ts'
import type { SheetColumn } from '../sheet.ts'

interface TreatedValuesProps {
  column: SheetColumn | undefined
  /** Null: the column says yes and no by itself. */
  values: readonly string[] | null
  onValues: (values: string[] | null) => void
}

/** Which texts of a column mean that a site got the change. A column of yes and no needs no answer. */
export function TreatedValues({ column, values, onValues }: TreatedValuesProps) {
  const id = useId()
  if (!column || (column.kind === 'flag' && values === null) || !column.levels) return null
  const chosen = new Set(values ?? [])
  return (
    <fieldset className="field" aria-describedby={id}>
      <legend>{t('sheet.treated-values', { column: column.name })}</legend>
      <Row gap="3">
        {column.levels.map((level) => (
          <Checkbox
            key={level}
            label={level}
            checked={chosen.has(level)}
            onChange={({ target }) => {
              const next = (column.levels ?? []).filter((one) => (one === level ? target.checked : chosen.has(one)))
              onValues(next.length > 0 ? next : null)
            }}
          />
        ))}
      </Row>
      <p className="field-help" id={id}>
        {t('sheet.treated-values-help')}
      </p>
    </fieldset>
  )
}
