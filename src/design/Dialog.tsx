import { X } from 'lucide-react'
import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react'
import { t } from '#platform/browser/language.ts'
import { Button } from './Button.tsx'

export interface DialogProps {
  open: boolean
  /** Asked for by Escape, the cross, or a press beside the dialog. The caller closes it by `open={false}`. */
  onClose: () => void
  title: ReactNode
  size?: 'wide' | undefined
  /** Buttons, the safe one first. */
  actions?: ReactNode | undefined
  children?: ReactNode | undefined
}

/** A question in front of the page. The focus goes in, stays in, and returns to where it came from. */
export function Dialog({ open, onClose, title, size, actions, children }: DialogProps) {
  const id = useId()
  const dialog = useModal(open, onClose)
  if (!open) return null
  return (
    <dialog {...dialog} className="dialog" data-size={size} aria-labelledby={id}>
      <div className="dialog-frame">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <div className="dialog-body">{children}</div>
        {actions && <div className="dialog-actions">{actions}</div>}
        <div className="dialog-close">
          <Button variant="plain" small icon={X} iconOnly onPress={onClose}>
            {t('design.close')}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

/** What makes a `<dialog>` modal while it is mounted: the props to spread on it. */
export function useModal(open: boolean, onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    dialog.showModal()
    // To the first thing to fill in; without one to the title, so that Enter does not press a button nobody has read.
    dialog.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, [tabindex="-1"]')?.focus()
    // Closed by us, before React takes it away: only then does the browser give the focus back.
    return () => dialog.close()
  }, [open])

  return {
    ref,
    onCancel(event: SyntheticEvent) {
      if (event.target !== ref.current) return
      event.preventDefault()
      onClose()
    },
    // A second Escape closes a dialog whatever its page says.
    onClose(event: SyntheticEvent) {
      if (event.target === ref.current && !ref.current.open) onClose()
    },
  }
}
