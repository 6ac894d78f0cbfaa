import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useField } from './Field.tsx'
import { Icon } from './Icon.tsx'

export interface Option {
  value: string
  label: string
  disabled?: boolean | undefined
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'className' | 'style' | 'children'> {
  options: readonly Option[]
  /** A first line that stands for "nothing chosen" (the empty string). */
  placeholder?: string | undefined
}

/** One of several, in the list of the device. */
export function Select({ options, placeholder, ...props }: SelectProps) {
  return (
    <span className="select">
      <select {...useField()} {...props} className="input">
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} />
    </span>
  )
}
