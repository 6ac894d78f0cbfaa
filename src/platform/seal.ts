import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps secrets that have to be used again, so that the database alone does not give them away. */
export interface Seal {
  /** @param about What the secret belongs to: it opens for nothing else. */
  close(secret: string, about: string): Buffer
  /** @returns Null when it was sealed by another key, or belongs to something else. */
  open(sealed: Buffer, about: string): string | null
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Seals by the key in `seal.key` of `folder`, which is made when it is first needed. AES-256-GCM. */
export function sealIn(folder: string): Seal {
  let known: Buffer | undefined
  function key(): Buffer {
    known ??= keptKey(folder)
    return known
  }
  return {
    close(secret, about) {
      const nonce = randomBytes(nonceBytes)
      const sealing = createCipheriv(cipher, key(), nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(about))
      const text = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()])
      return Buffer.concat([nonce, sealing.getAuthTag(), text])
    },
    open(sealed, about) {
      const nonce = sealed.subarray(0, nonceBytes)
      const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes)
      if (tag.length < tagBytes) return null
      const opening = createDecipheriv(cipher, key(), nonce, { authTagLength: tagBytes })
      opening.setAAD(Buffer.from(about)).setAuthTag(tag)
      try {
        return opening.update(sealed.subarray(nonceBytes + tagBytes), undefined, 'utf8') + opening.final('utf8')
      } catch {
        return null
      }
    },
  }
}

function keptKey(folder: string): Buffer {
  const path = join(folder, 'seal.key')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const key = readFileSync(path)
  if (key.length !== 32) throw new Error(`${path} is no key: it must hold 32 bytes. Take it back from a backup.`)
  return key
}
