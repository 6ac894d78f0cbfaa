import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Key, KeyId, KeyState, NewKey } from './key.ts'

/** A key as lists show it. */
export const KeyShown = Key.extend({ personName: z.string(), state: KeyState })
export type KeyShown = z.output<typeof KeyShown>

export const keyApi = {
  list: endpoint({
    method: 'GET',
    path: '/keys',
    policy: 'key.read',
    input: z.strictObject({}),
    output: z.array(KeyShown),
    says: 'Your keys; for an admin the keys of everybody. Live ones first, then newest first, without what opens the door.',
    watches: ['person'],
  }),
  make: endpoint({
    method: 'POST',
    path: '/keys',
    policy: 'key.make',
    input: NewKey,
    output: z.strictObject({
      key: KeyShown,
      /** What the program sends, after `Authorization: Bearer`. Shown now and never again. */
      text: z.string(),
    }),
    says: 'Make a key with which a program acts for you. The answer shows it once; it is stored nowhere.',
    secret: true,
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/keys/:id/revocations',
    policy: 'key.revoke',
    input: z.strictObject({ id: KeyId }),
    output: KeyShown,
    says: 'From now on this key opens nothing, and its open streams end. One of your own; an admin may revoke any.',
  }),
}
