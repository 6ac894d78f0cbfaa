import { ClipboardPaste } from 'lucide-react'
import { type ClipboardEvent, useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { FileDrop } from '#design/FileDrop.tsx'
import { Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { limits } from '#platform/anywhere/limits.ts'
import { newKey } from '#platform/browser/call.ts'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Sheet } from '../sheet.ts'
import { sheetApi } from '../sheet-api.ts'

interface SheetDropProps {
  label: string
  /** The sheet chosen before, by name. */
  chosen?: string | undefined
  onSheet: (sheet: Sheet) => void
}

/** Files that take long enough to be asked how far they are, and how often. */
const largeBytes = 8_388_608
const askMs = 1_000
/** Pasted text beyond this is sent and not shown: a box with a million lines stops a browser. */
const shownText = 100_000

/** A table from a file or from the clipboard. What is wrong with it is said beside the box; the last good one stays. */
export function SheetDrop({ label, chosen, onSheet }: SheetDropProps) {
  const add = useAction(sheetApi.add)
  const [source, setSource] = useState<'file' | 'text'>('file')
  const [tooLarge, setTooLarge] = useState(false)
  const [text, setText] = useState('')
  const [sent, setSent] = useState({ key: '', isLarge: false })
  const isAsked = add.isBusy && sent.isLarge
  const { data: progress } = useEndpoint(sheetApi.progress, { key: sent.key }, { enabled: isAsked, everyMs: askMs })

  async function send(from: 'file' | 'text', content: Blob, name: string): Promise<void> {
    setSource(from)
    add.reset()
    // Told before minutes of sending; the server holds to the same limit.
    setTooLarge(content.size > limits.sheetBytes)
    if (content.size > limits.sheetBytes) return
    const key = newKey()
    setSent({ key, isLarge: content.size > largeBytes })
    const sheet = await add.run({ name: name.slice(0, 200), progress: key }, content)
    if (!sheet) return
    setText('')
    onSheet(sheet)
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const pasted = event.clipboardData.getData('text/plain')
    // One cell is no table: somebody is mending a word.
    if (!/[\n\t]/.test(pasted.trim())) return
    event.preventDefault()
    setText(pasted.length > shownText ? '' : pasted)
    void send('text', new Blob([pasted]), t('sheet.pasted'))
  }

  const error = tooLarge ? t('sheet.problem.too-many-bytes', { limit: limits.sheetBytes }) : add.error?.problem.detail
  const isReading = add.isBusy
  const pasting = (
    <Stack gap="1">
      <Field label={t('sheet.paste')} help={t('sheet.paste-help')} error={source === 'text' ? error : undefined}>
        <TextArea
          rows={2}
          value={text}
          onPaste={paste}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
        />
      </Field>
      {text.trim() !== '' && (
        <div>
          <Button
            small
            icon={ClipboardPaste}
            busy={isReading}
            onPress={() => void send('text', new Blob([text]), t('sheet.pasted'))}
          >
            {t('sheet.read-text')}
          </Button>
        </div>
      )}
    </Stack>
  )
  return (
    <Stack gap="2">
      <FileDrop
        label={label}
        help={t('sheet.file-help')}
        accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt,text/csv,text/plain"
        chosen={chosen}
        busy={isReading}
        error={source === 'file' ? error : undefined}
        onFile={(file) => void send('file', file, file.name)}
      />
      {chosen === undefined ? (
        pasting
      ) : (
        <details className="numbers small">
          <summary>{t('sheet.paste-another')}</summary>
          {pasting}
        </details>
      )}
      {isReading && <Loading text={readingText(isAsked ? progress : undefined)} />}
    </Stack>
  )
}

/** A large file is on its way first, and only then read. */
function readingText(progress: { share: number | null } | undefined): string {
  if (!progress) return t('sheet.reading')
  if (progress.share === null) return t('sheet.sending')
  return t('sheet.reading-share', { percent: Math.floor(100 * progress.share) })
}
