import type { KeyboardEvent, ReactNode } from 'react'
import { Icon, type IconShape } from './Icon.tsx'
import { Popover, type PopoverProps } from './Popover.tsx'

export interface MenuItem {
  id: string
  label: ReactNode
  icon?: IconShape | undefined
  /** Either leads somewhere ... */
  href?: string | undefined
  /** ... or does something. */
  onPress?: (() => void) | undefined
  /** A line above it starts another group. */
  line?: boolean | undefined
}

export interface MenuProps extends Omit<PopoverProps, 'children' | 'roomy'> {
  /** Above the items: who is signed in, a theme choice. */
  head?: ReactNode | undefined
  items: readonly MenuItem[]
}

/** A short list of places and acts behind one button. Tab and the arrow keys walk through it. */
export function Menu({ head, items, ...popover }: MenuProps) {
  return (
    <Popover {...popover}>
      {(close) => (
        <ul className="menu" onKeyDown={walk}>
          {head && (
            <li>
              <div>{head}</div>
            </li>
          )}
          {items.map((item) => (
            <li key={item.id} data-line={item.line || undefined}>
              <Choice item={item} close={close} />
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}

function Choice({ item, close }: { item: MenuItem; close: () => void }) {
  const inside = (
    <>
      {item.icon && <Icon of={item.icon} />}
      <span>{item.label}</span>
    </>
  )
  if (item.href !== undefined) {
    return (
      <a href={item.href} onClick={close}>
        {inside}
      </a>
    )
  }
  return (
    <button
      type="button"
      onClick={() => {
        close()
        item.onPress?.()
      }}
    >
      {inside}
    </button>
  )
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.target instanceof HTMLInputElement) return
  event.preventDefault()
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')]
  const at = choices.indexOf(document.activeElement as HTMLElement)
  choices.at((at + step) % choices.length)?.focus()
}
