import { type ReactNode, useId } from 'react'
import { describedBy, FieldNotes, Optional } from './Field.tsx'

export interface Choice<Value extends string> {
  value: Value
  title: ReactNode
  /** What choosing it means, in a sentence. */
  detail?: ReactNode | undefined
  /** At the far edge: a grade, a time, a tag. */
  aside?: ReactNode | undefined
  disabled?: boolean | undefined
}

export interface ChoicesProps<Value extends string> {
  label: ReactNode
  labelHidden?: boolean | undefined
  help?: ReactNode | undefined
  error?: ReactNode | undefined
  required?: boolean | undefined
  choices: readonly Choice<Value>[]
  value: Value | null
  onValue: (value: Value) => void
  /** Side by side where there is room. */
  beside?: boolean | undefined
}

/** One of a few, each explained: radio buttons as cards. */
export function Choices<Value extends string>({
  label,
  labelHidden,
  help,
  error,
  required,
  choices,
  value,
  onValue,
  beside,
}: ChoicesProps<Value>) {
  const id = useId()
  return (
    <fieldset className="field" aria-describedby={describedBy(id, help, error)}>
      <legend className={labelHidden ? 'sr' : undefined}>
        {label}
        {required === false && <Optional />}
      </legend>
      <div className="choices" data-beside={beside || undefined}>
        {choices.map((choice) => (
          <ChoiceCard
            key={choice.value}
            name={id}
            {...choice}
            checked={choice.value === value}
            onChoose={() => onValue(choice.value)}
          />
        ))}
      </div>
      <FieldNotes id={id} help={help} error={error} />
    </fieldset>
  )
}

interface ChoiceCardProps extends Omit<Choice<string>, 'value'> {
  value: string
  name: string
  checked: boolean
  onChoose: () => void
}

function ChoiceCard({ value, title, detail, aside, disabled, name, checked, onChoose }: ChoiceCardProps) {
  const id = useId()
  return (
    <label className="choice">
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        aria-labelledby={`${id}-title`}
        aria-describedby={[aside && `${id}-aside`, detail && `${id}-detail`].filter(Boolean).join(' ') || undefined}
        onChange={onChoose}
      />
      <span id={`${id}-title`}>{title}</span>
      {aside && <span id={`${id}-aside`}>{aside}</span>}
      {detail && <small id={`${id}-detail`}>{detail}</small>}
    </label>
  )
}
