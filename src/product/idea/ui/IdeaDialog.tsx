import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { ideaApi } from '../idea-api.ts'

interface IdeaDialogProps {
  title: string
  /** What gave rise to it, and the way back: put below its words. */
  seen: string
  link: string
  onClose: () => void
}

/** One field for an idea that came up while somebody looked at something else. */
export function IdeaDialog({ title, seen, link, onClose }: IdeaDialogProps) {
  const [text, setText] = useState('')
  const { workspace } = useMyself()
  const write = useAction(ideaApi.write)
  const toast = useToast()
  const go = useGo()

  async function send(): Promise<void> {
    const idea = await write.run({ text: `${text.trim()}\n\n${seen} ${link}` })
    if (!idea) return
    toast({ text: t('idea.thanks') })
    go(`/ideas/${idea.id}`)
  }

  return (
    <Dialog open onClose={onClose} title={title}>
      <Form onSubmit={() => void send()}>
        <ProblemNotice error={write.error} />
        <Field
          label={t('idea.capture')}
          help={t('idea.who-sees', { workspace: workspace.name })}
          error={write.error?.field('#/text')}
          required
        >
          <TextArea rows={3} maxLength={3000} value={text} onChange={({ target }) => setText(target.value)} />
        </Field>
        <p className="small quiet">{t('idea.seen', { seen })}</p>
        <Button type="submit" variant="primary" busy={write.isBusy} disabled={text.trim().length < 3}>
          {t('idea.write-down')}
        </Button>
      </Form>
    </Dialog>
  )
}
