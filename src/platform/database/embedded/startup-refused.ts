/**
 * The embedded database will not start, and a person can do something about it. The message is for that person: what
 * happened, what was kept, what to do. Show it as it stands, without a stack, and leave with a non-zero code.
 */
export class StartupRefused extends Error {
  override readonly name = 'StartupRefused'
}
