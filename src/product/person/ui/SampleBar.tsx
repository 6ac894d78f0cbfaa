import { Button } from '#design/Button.tsx'
import { t } from '#platform/browser/language.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { personApi } from '../person-api.ts'

/** Says on every page of the sample that it is one, and hides it with one click. */
export function SampleBar() {
  const hide = useAction(personApi.hide)

  async function leave(): Promise<void> {
    if (await hide.succeeds({ isHidden: true })) goAnywhere('/')
  }

  return (
    <aside className="sample-bar" aria-label={t('workspace.sample')}>
      <p>
        <strong>{t('workspace.sample')}.</strong> <span className="desk-only">{t('workspace.sample-about')}</span>
      </p>
      <Button small variant="plain" busy={hide.isBusy} onPress={() => void leave()}>
        {t('person.hide-sample')}
      </Button>
    </aside>
  )
}
