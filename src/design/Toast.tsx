import { X } from 'lucide-react'
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { t } from '#platform/browser/language.ts'
import { Icon } from './Icon.tsx'

export interface ToastText {
  text: string
  /** The way back. It stays open longer, and as long as somebody points at it or has the focus in it. */
  onUndo?: (() => void) | undefined
}

type ShowToast = (toast: ToastText) => void

const ToastContext = createContext<ShowToast>(() => {})

/** Says that something is done: `toast({ text, onUndo })`. Never for what must be read: that is a `Notice`. */
export function useToast(): ShowToast {
  return use(ToastContext)
}

interface Shown extends ToastText {
  id: number
  /** It has come along to another page once: what is done there often ends on a new page. */
  hasMoved: boolean
}

/** Entering another page; the router says the first by an event of its own. */
const moves = ['pushState', 'popstate'] as const

const restMs = 6_000
const restWithUndoMs = 12_000

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  const next = useRef(0)
  const box = useRef<HTMLDivElement>(null)

  const show = useCallback<ShowToast>((toast) => {
    next.current += 1
    const shown = { ...toast, id: next.current, hasMoved: false }
    // More than three nobody reads.
    setToasts((before) => [...before.slice(-2), shown])
  }, [])
  const drop = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), [])

  useEffect(() => {
    const onMove = () =>
      setToasts((before) => before.filter(({ hasMoved }) => !hasMoved).map((toast) => ({ ...toast, hasMoved: true })))
    for (const move of moves) window.addEventListener(move, onMove)
    return () => {
      for (const move of moves) window.removeEventListener(move, onMove)
    }
  }, [])

  const some = toasts.length > 0
  useEffect(() => {
    // In the top layer, so that a dialog does not hide it.
    if (some) box.current?.showPopover()
    else if (box.current?.matches(':popover-open')) box.current.hidePopover()
  }, [some])

  return (
    <ToastContext value={show}>
      {children}
      <div className="sr" role="status">
        {toasts.map((toast) => (
          <p key={toast.id}>{toast.text}</p>
        ))}
      </div>
      <div ref={box} className="toasts" popover="manual">
        {toasts.map((toast) => (
          <ToastBar key={toast.id} toast={toast} onDone={drop} />
        ))}
      </div>
    </ToastContext>
  )
}

function ToastBar({ toast, onDone }: { toast: Shown; onDone: (id: number) => void }) {
  const { id, text, onUndo } = toast
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onDone(id), onUndo ? restWithUndoMs : restMs)
    return () => clearTimeout(timer)
  }, [held, id, onUndo, onDone])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only holds it open; nothing depends on it
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span aria-hidden="true">{text}</span>
      {onUndo && (
        <button
          type="button"
          onClick={() => {
            onUndo()
            onDone(id)
          }}
        >
          {t('design.undo')}
          <span className="sr">: {text}</span>
        </button>
      )}
      <button type="button" className="toast-close" onClick={() => onDone(id)}>
        <Icon of={X} />
        <span className="sr">{t('design.close')}</span>
      </button>
    </div>
  )
}
