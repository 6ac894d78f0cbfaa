import { Button } from '#design/Button.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import { useGoAnywhere } from '#platform/browser/router.tsx'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { personApi } from '../person-api.ts'

/** Says on every page of the sample that it is one, and hides it with one click. */
export function SampleBar() {
  const hide = useAction(personApi.hide)
  const go = useGoAnywhere()

  async function leave(): Promise<void> {
    if (await hide.succeeds({ isHidden: true })) go('/')
  }

  return (
    <div className="sample-bar">
      <Notice title={t('workspace.sample')}>
        <p>{t('workspace.sample-about')}</p>
        <Button small busy={hide.isBusy} onPress={() => void leave()}>
          {t('person.hide-sample')}
        </Button>
      </Notice>
    </div>
  )
}
