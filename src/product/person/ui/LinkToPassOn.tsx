import { Copy } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'

/** A one-time link, shown once: to copy and pass on. */
export function LinkToPassOn({ url, about }: { url: string; about: string }) {
  const toast = useToast()

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(url)
    toast({ text: t('person.link-copied') })
  }

  return (
    <>
      <Field label={t('person.link')} help={about}>
        <Input readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <Button variant="primary" icon={Copy} onPress={() => void copy()}>
        {t('person.copy-link')}
      </Button>
    </>
  )
}
