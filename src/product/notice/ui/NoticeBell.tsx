import { Bell } from 'lucide-react'
import { Popover } from '#design/Popover.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { noticeApi } from '../notice-api.ts'
import { NoticeList } from './NoticeList.tsx'

/** What one was told, behind a bell with the number of unread ones. Opening it reads them. */
export function NoticeBell() {
  const told = useEndpoint(noticeApi.list, {})
  const readAll = useAction(noticeApi.readAll)
  const unread = told.data?.unread ?? 0
  return (
    <Popover
      label={t('notice.bell', { count: unread })}
      icon={Bell}
      iconOnly
      roomy
      count={unread}
      onOpen={() => {
        if (unread > 0) void readAll.run({})
      }}
    >
      {(close) => <NoticeList notices={told.data?.notices ?? []} onFollow={close} />}
    </Popover>
  )
}
