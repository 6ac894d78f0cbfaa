import { Eye } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { CaptureBox } from '#design/CaptureBox.tsx'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo, useQueryText } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { ideaApi } from '../idea-api.ts'
import { useDraft } from './use-draft.ts'

/**
 * One field for one sentence; what happens next stands on the idea's own page, which opens. With a goal the idea serves it.
 * `?write` in the address puts the cursor here, `text` a beginning: so every page leads to it.
 */
export function WriteIdea({ goalId, label = t('idea.capture') }: { goalId?: string; label?: string }) {
  const may = useMay()
  const { workspace } = useMyself()
  const [text, setText] = useDraft(goalId ?? 'idea')
  const write = useAction(ideaApi.write)
  const toast = useToast()
  const go = useGo()
  const box = useFocusWhenAsked(text.trim() === '', setText)
  if (!may('idea.write')) return null

  async function send(written: string): Promise<void> {
    const idea = await write.run({ text: written, ...(goalId ? { goalId } : {}) })
    if (!idea) return
    setText('')
    toast({ text: t('idea.thanks') })
    go(`/ideas/${idea.id}`)
  }

  return (
    <div ref={box}>
      <Stack gap="1">
        <CaptureBox
          label={label}
          send={t('idea.write-down')}
          note={t('idea.who-sees', { workspace: workspace.name })}
          noteIcon={Eye}
          value={text}
          onText={setText}
          onSend={(written) => void send(written)}
          busy={write.isBusy}
          maxLength={4000}
        />
        <ProblemNotice error={write.error} />
      </Stack>
    </div>
  )
}

/**
 * Focuses the first field inside when the address says `?write`, with the `text` it brings along, and takes both out again
 * for the next time.
 */
function useFocusWhenAsked(isEmpty: boolean, onText: (text: string) => void) {
  const box = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useQueryText()
  const isAsked = query.has('write')
  const text = query.get('text')
  useEffect(() => {
    if (!isAsked) return
    // What somebody was just writing is worth more than what another page says for them.
    if (text !== null && isEmpty) onText(text)
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus()
    setQuery({ write: undefined, text: undefined })
  }, [isAsked, text, isEmpty, onText, setQuery])
  return box
}
