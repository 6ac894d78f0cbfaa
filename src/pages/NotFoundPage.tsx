import { t } from '#platform/browser/language.ts'
import { DoorPage } from './DoorPage.tsx'

/** An address with nothing behind it. */
export function NotFoundPage() {
  return (
    <DoorPage title={t('page.not-found')} lead={t('page.not-found-help')}>
      <p>
        <a href="/">{t('page.back-home')}</a>
      </p>
    </DoorPage>
  )
}
