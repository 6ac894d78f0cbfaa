import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'

/** Says on every page of the sample that it is one. */
export function SampleBar() {
  return (
    <div className="sample-bar">
      <Notice title={t('workspace.sample')}>{t('workspace.sample-about')}</Notice>
    </div>
  )
}
