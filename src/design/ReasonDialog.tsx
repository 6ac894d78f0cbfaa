import { type ReactNode, useId, useState } from 'react'
import { t } from '#platform/browser/language.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { TextArea } from './TextArea.tsx'

export interface ReasonDialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** Who will read the reason, and what happens. */
  text?: ReactNode | undefined
  label?: ReactNode | undefined
  /** The word of the act: "Drop and tell them". */
  confirm: ReactNode
  /** `harm` for what cannot be undone. */
  look?: 'primary' | 'harm' | undefined
  busy?: boolean | undefined
  /** Why the last attempt failed; the reason is kept. */
  error?: ReactNode | undefined
  onReason: (reason: string) => void
}

/** Asks for a reason before an act. Without one there is no act. */
export function ReasonDialog(props: ReasonDialogProps) {
  // A fresh form each time it opens: yesterday's reason is nobody's reason today.
  return props.open ? <Asking {...props} /> : null
}

function Asking({ onClose, title, text, label, confirm, look, busy, error, onReason }: ReasonDialogProps) {
  const form = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="plain" onPress={onClose}>
            {t('design.cancel')}
          </Button>
          <Button variant={look ?? 'primary'} type="submit" form={form} busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      {text && <p className="small quiet">{text}</p>}
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const said = reason.trim()
          setMissing(said === '')
          if (said !== '' && !busy) onReason(said)
        }}
      >
        <Field
          label={label ?? t('design.reason')}
          required
          error={missing && reason.trim() === '' ? t('design.reason-missing') : error}
        >
          <TextArea rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
