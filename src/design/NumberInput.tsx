import { type ReactNode, useId, useState } from 'react'
import { t, useLanguage } from '#platform/browser/language.ts'
import { FieldNotes, useField } from './Field.tsx'
import { readNumber, writeNumber } from './read-number.ts'

export interface NumberInputProps {
  /** Null when empty, NaN while what is written is no number. */
  value: number | null
  onValue: (value: number | null) => void
  /** Stands behind the box: "hours", "%". */
  unit?: ReactNode | undefined
  name?: string | undefined
  placeholder?: string | undefined
  onBlur?: (() => void) | undefined
}

/** A number, with a decimal comma or point. The words stay as they were typed until another number comes from outside. */
export function NumberInput({ value, onValue, unit, name, placeholder, onBlur }: NumberInputProps) {
  const language = useLanguage()
  const link = useField()
  const id = useId()
  const [text, setText] = useState(() => show(value))
  const [left, setLeft] = useState(false)
  const read = readNumber(text, language)
  const shown = Object.is(read, value) || Number.isNaN(value) ? text : show(value)

  function show(number: number | null): string {
    return number === null || Number.isNaN(number) ? '' : writeNumber(number, language)
  }

  // Nobody is told off in the middle of a word.
  const unreadable = left && Number.isNaN(read) && !link?.['aria-invalid']
  const input = (
    <input
      autoComplete="off"
      {...link}
      aria-invalid={unreadable || link?.['aria-invalid']}
      aria-describedby={unreadable ? `${id}-error` : link?.['aria-describedby']}
      className="input"
      data-numeric
      type="text"
      inputMode="decimal"
      name={name}
      placeholder={placeholder}
      value={shown}
      onBlur={() => {
        setLeft(true)
        onBlur?.()
      }}
      onChange={(event) => {
        setText(event.target.value)
        onValue(readNumber(event.target.value, language))
      }}
    />
  )
  return (
    <>
      {unit === undefined ? (
        input
      ) : (
        <span className="input-with-unit">
          {input}
          <span className="small quiet">{unit}</span>
        </span>
      )}
      {unreadable && (
        <FieldNotes id={id} error={t('design.not-a-number', { example: writeNumber(1234.5, language) })} />
      )}
    </>
  )
}
