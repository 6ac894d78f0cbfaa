import { Problem } from '#platform/anywhere/problem.ts'
import type { Serve } from '#platform/http.ts'
import { newKeySecret, writeKeyText } from '#platform/key-text.ts'
import { type KeyId, newKey, revokeKey } from './key.ts'
import { keyApi } from './key-api.ts'
import { addKey, countLiveKeys, findKey, findKeyShown, listKeys, storeRevocation } from './key-store.ts'

export function keyRoutes(serve: Serve): void {
  serve(keyApi.list, (_input, { db, signed, now, may }) => {
    const seesAll = may('key.read', { ownerId: null })
    return listKeys(db, seesAll ? null : signed.personId, now)
  })

  serve(keyApi.make, async (input, { db, signed, now, newId, emit, may }) => {
    const live = await countLiveKeys(db, signed.personId, now)
    const key = newKey(input, { id: newId<KeyId>(), by: signed, now, live, may })
    const secret = newKeySecret()
    await addKey(db, key, secret)
    await emit('key.made', { id: key.id })
    return { key: await findKeyShown(db, key.id, now), text: writeKeyText({ id: key.id, secret }) }
  })

  serve(keyApi.revoke, async ({ id }, { db, signed, now, emit, may }) => {
    const key = await findKey(db, id)
    // Somebody else's key is not there for whoever does not see it in the list.
    if (!may('key.revoke', { ownerId: key.personId })) throw new Problem('not-found', 'key.none')
    await storeRevocation(db, revokeKey(key, signed, now))
    await emit('key.revoked', { id })
    return findKeyShown(db, id, now)
  })
}
