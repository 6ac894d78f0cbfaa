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
 * `?write` in the address puts the cursor here: so the button of the frame, on every page, leads to it.
 */
export function WriteIdea({ goalId, label = t('idea.capture') }: { goalId?: string; label?: string }) {
  const may = useMay()
  const { workspace } = useMyself()
  const [text, setText] = useDraft(goalId ?? 'idea')
  const write = useAction(ideaApi.write)
  const toast = useToast()
  const go = useGo()
  const box = useFocusWhenAsked()
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

/** Focuses the first field inside when the address says `?write`, and takes that out again for the next time. */
function useFocusWhenAsked() {
  const box = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useQueryText()
  const isAsked = query.has('write')
  useEffect(() => {
    if (!isAsked) return
    box.current?.querySelector('input')?.focus()
    setQuery({ write: undefined })
  }, [isAsked, setQuery])
  return box
}
