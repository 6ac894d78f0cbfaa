import type { ReactNode } from 'react'
import { t } from '#platform/browser/language.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** What happens, and what is kept. */
  text?: ReactNode | undefined
  confirm: ReactNode
  look?: 'primary' | 'harm' | undefined
  busy?: boolean | undefined
  onConfirm: () => void
}

/** Asks before what cannot be undone. Where it can be undone, do it and offer the way back in a toast. */
export function ConfirmDialog({ open, onClose, title, text, confirm, look, busy, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="plain" onPress={onClose}>
            {t('design.cancel')}
          </Button>
          <Button variant={look ?? 'primary'} busy={busy} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {text && <p className="small quiet">{text}</p>}
    </Dialog>
  )
}
