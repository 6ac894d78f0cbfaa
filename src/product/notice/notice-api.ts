import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Notice } from './notice.ts'

export const noticeApi = {
  list: endpoint({
    method: 'GET',
    path: '/notices',
    policy: 'notice.own',
    input: z.strictObject({}),
    output: z.strictObject({ unread: z.int(), notices: z.array(Notice) }),
    says: 'What one was told, newest first.',
  }),
  readAll: endpoint({
    method: 'POST',
    path: '/notices/readings',
    policy: 'notice.own',
    input: z.strictObject({}),
    output: z.void(),
    says: 'Mark every notice as read.',
  }),
}
