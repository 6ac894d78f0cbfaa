import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon, type IconShape } from './Icon.tsx'

export interface PopoverProps {
  /** What the button says. */
  label: ReactNode
  /** Shows the icon alone; `label` is then its name for ears. */
  iconOnly?: boolean | undefined
  icon?: IconShape | undefined
  /** A number at its corner, such as what is unread. Nothing at 0. */
  count?: number | undefined
  /** For reading, not for choosing: wider, with more air. */
  roomy?: boolean | undefined
  onOpen?: (() => void) | undefined
  /** Drawn while it is open. `close` closes it and gives the focus back. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that opens a box at its side. The browser does the rest: Escape, a press elsewhere, the top layer, the focus. */
export function Popover({ label, iconOnly, icon, count, roomy, onOpen, children }: PopoverProps) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  function beforeToggle({ newState }: ToggleEvent): void {
    if (newState !== 'open') return
    // Drawn before it shows, placed before it is painted: it never jumps.
    flushSync(() => setOpen(true))
    requestAnimationFrame(() => box.current && opener.current && place(box.current, opener.current))
    onOpen?.()
  }

  return (
    <div className="popover-at">
      <button ref={opener} type="button" className="opener" popoverTarget={id} aria-expanded={open}>
        {icon && <Icon of={icon} />}
        <span className={iconOnly ? 'sr' : undefined}>{label}</span>
        {count !== undefined && count > 0 && <span className="opener-count">{count > 99 ? '99+' : count}</span>}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="popover"
        data-roomy={roomy || undefined}
        onBeforeToggle={beforeToggle}
        onToggle={({ newState }) => newState === 'closed' && setOpen(false)}
      >
        {open && (typeof children === 'function' ? children(() => box.current?.hidePopover()) : children)}
      </div>
    </div>
  )
}

const gap = 4
const edge = 8

/** Below its button where there is room, else above; along the button's nearer edge, never beyond the window. */
function place(box: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const below = at.bottom + gap
  const fitsBelow = below + height <= window.innerHeight - edge
  const startsLeft = at.left + at.width / 2 < window.innerWidth / 2
  const left = startsLeft ? at.left : at.right - width
  box.style.left = `${clamp(left, edge, window.innerWidth - width - edge)}px`
  box.style.top = `${fitsBelow ? below : Math.max(edge, at.top - gap - height)}px`
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
