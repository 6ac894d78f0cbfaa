import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useHere } from '#platform/browser/signed.ts'
import type { KeyScope } from '../scope.ts'

/** A new key, shown once: to copy into the program that will have it. */
export function KeyOnce({ text, scopes, onClose }: { text: string; scopes: readonly KeyScope[]; onClose: () => void }) {
  const { slug } = useHere()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: t('key.copied') })
    } catch {
      // Not over plain http, and not where a browser forbids it.
      input.current?.select()
      toast({ text: t('key.by-hand') })
    }
  }

  const path = pathFor(scopes)
  const command = `curl ${location.origin}/api/w/${slug}${path} \\\n  --header 'Authorization: Bearer ${text.slice(0, 16)}…'`
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('key.made')}
      actions={
        <>
          <Button variant="plain" onPress={onClose}>
            {t('key.done')}
          </Button>
          <Button variant="primary" icon={Copy} onPress={() => void copy()}>
            {t('key.copy')}
          </Button>
        </>
      }
    >
      <Stack gap="2">
        <Notice tone="warn" title={t('key.made-text')} />
        <Field label={t('key.text')}>
          <Input ref={input} readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
        </Field>
        {path && (
          <div>
            <p className="small medium">{t('key.try')}</p>
            <pre className="code">{command}</pre>
          </div>
        )}
      </Stack>
    </Dialog>
  )
}

/** Something harmless that this key may ask, so that one sees it work. */
function pathFor(scopes: readonly KeyScope[]): string | undefined {
  const paths: [KeyScope, string][] = [
    ['metric.read', '/metrics'],
    ['site.read', '/sites'],
    ['idea.read', '/ideas'],
    ['trial.read', '/trials'],
    ['gain.read', '/gains'],
  ]
  return paths.find(([scope]) => scopes.includes(scope))?.[1]
}
