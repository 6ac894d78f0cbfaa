import { z } from 'zod'
import { AccountId } from '#platform/anywhere/identity.ts'
import { instant } from '#platform/anywhere/time.ts'

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** Twelve characters and no rules about which: length is what keeps a password from being guessed (NIST SP 800-63B). */
export const Password = z.string().min(12).max(256)

/** Who can sign in to this installation. What somebody is called and may do stands with the person, per workspace. */
export const Account = z.strictObject({
  id: AccountId,
  email: Email,
  passwordHash: z.string(),
  createdAt: instant,
})
export type Account = z.output<typeof Account>

export const Credentials = z.strictObject({ email: Email, password: z.string().min(1).max(256) })
