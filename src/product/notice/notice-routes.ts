import type { Serve } from '#platform/http.ts'
import { noticeApi } from './notice-api.ts'
import { countUnread, listNotices, markRead } from './notice-store.ts'

export function noticeRoutes(serve: Serve): void {
  serve(noticeApi.list, async (_input, { db, signed }) => ({
    unread: await countUnread(db, signed.personId),
    notices: await listNotices(db, signed.personId),
  }))

  serve(noticeApi.readAll, async (_input, { db, signed, now }) => {
    await markRead(db, signed.personId, now)
  })
}
