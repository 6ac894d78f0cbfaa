import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Credentials, Email, Password } from './account.ts'

const LinkToken = z.string().max(100)

export const accountApi = {
  signIn: endpoint({
    method: 'POST',
    path: '/sign-ins',
    scope: 'installation',
    policy: 'account.sign-in',
    input: Credentials,
    output: z.void(),
    says: 'Sign in with e-mail and password. The answer sets a cookie.',
    secret: true,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/sign-ins/current',
    scope: 'account',
    policy: 'account.own',
    input: z.strictObject({}),
    output: z.void(),
    says: 'Sign out here.',
  }),
  signOutEverywhere: endpoint({
    method: 'DELETE',
    path: '/sign-ins',
    scope: 'account',
    policy: 'account.own',
    input: z.strictObject({}),
    output: z.void(),
    says: 'Sign out on every device, this one included.',
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/account/password',
    scope: 'account',
    policy: 'account.own',
    input: z.strictObject({ current: z.string().min(1).max(256), next: Password }),
    output: z.void(),
    says: 'Change the own password. Every other sign-in of the account ends.',
    secret: true,
  }),
  checkReset: endpoint({
    method: 'POST',
    path: '/password-resets/checks',
    scope: 'installation',
    policy: 'account.reset',
    input: z.strictObject({ token: LinkToken }),
    output: z.strictObject({ email: Email }),
    says: 'Whether a reset link still works, and for whom. Does not use it up.',
    reads: true,
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/password-resets',
    scope: 'installation',
    policy: 'account.reset',
    input: z.strictObject({ token: LinkToken, password: Password }),
    output: z.void(),
    says: 'Set a new password with a one-time link. Every sign-in of the account ends, and a new one starts.',
    secret: true,
  }),
}
