import { formatInstant } from '#platform/anywhere/format.ts'
import type { MessageId } from '#platform/anywhere/message.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import type { Notice } from '../notice.ts'

/** What was told, in the reader's language, each with its reason and the way to it. */
export function NoticeList({ notices, onFollow }: { notices: readonly Notice[]; onFollow?: () => void }) {
  const language = useLanguage()
  if (notices.length === 0) return <p className="small quiet">{t('notice.none')}</p>
  return (
    <ul className="list">
      {notices.map(({ id, message, messageValues, href, createdAt, readAt }) => (
        <li key={id} data-unread={readAt === null || undefined}>
          <Link to={href} onClick={onFollow}>
            {/* Stored by id, so that it is said in the language of whoever reads it. */}
            {t(message as MessageId, messageValues)}
          </Link>
          {messageValues['reason'] && (
            <p className="small quiet">{t('notice.reason', { reason: messageValues['reason'] })}</p>
          )}
          <p className="xs faint">{formatInstant(createdAt, language)}</p>
        </li>
      ))}
    </ul>
  )
}
