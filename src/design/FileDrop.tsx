import { Upload } from 'lucide-react'
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { t } from '#platform/browser/language.ts'
import { Button } from './Button.tsx'
import { describedBy, FieldNotes } from './Field.tsx'

export interface FileDropProps {
  label: ReactNode
  help?: ReactNode | undefined
  error?: ReactNode | undefined
  /** As in `<input accept>`: ".csv,text/csv". */
  accept?: string | undefined
  /** The file chosen before, by name. */
  chosen?: string | undefined
  busy?: boolean | undefined
  onFile: (file: File) => void
}

/** A file from the device, by button or dropped on the box. */
export function FileDrop({ label, help, error, accept, chosen, busy, onFile }: FileDropProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !busy) onFile(file)
  }

  return (
    <fieldset className="field" aria-describedby={describedBy(id, help, error)}>
      <legend>{label}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className="drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {chosen && <strong>{chosen}</strong>}
        <Button icon={Upload} busy={busy} onPress={() => input.current?.click()}>
          {chosen ? t('design.choose-another-file') : t('design.choose-file')}
        </Button>
        <span className="small faint">{t('design.drop-file')}</span>
        <input
          ref={input}
          type="file"
          accept={accept}
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // Cleared, so that the same file can be chosen again after it was mended.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
      </div>
      <FieldNotes id={id} help={help} error={error} />
    </fieldset>
  )
}
