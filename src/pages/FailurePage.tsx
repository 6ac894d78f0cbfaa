import { ErrorNotice } from '#design/ErrorNotice.tsx'
import type { CallFailed } from '#platform/browser/call.ts'
import { t } from '#platform/browser/language.ts'
import { DoorPage } from './DoorPage.tsx'

/** A page that could not be shown, and why. */
export function FailurePage({ error }: { error: CallFailed }) {
  return (
    <DoorPage title={error.problem.title}>
      <ErrorNotice
        title={error.problem.title}
        detail={error.problem.detail}
        whatToDo={<a href="/">{t('page.back-home')}</a>}
      />
    </DoorPage>
  )
}
