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
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null
}

function OpenDialog({ onClose, title, size, actions, children }: DialogProps) {
  const id = useId()
  const dialog = useModal(onClose)
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

/**
 * What makes a `<dialog>` modal for as long as its component is mounted: the props to spread on it. The component must go
 * away with its dialog: only then is it closed before it is taken out of the page, and the browser gives the focus back.
 */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    dialog.showModal()
    // To the first thing to fill in; without one to the title, so that Enter does not press a button nobody has read.
    const first = dialog.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')
    const start = first ?? dialog.querySelector<HTMLElement>('[tabindex="-1"]')
    start?.focus()
    return () => dialog.close()
  }, [])

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
