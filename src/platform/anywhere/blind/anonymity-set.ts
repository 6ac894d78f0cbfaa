/** The fewest people who may stand behind a token: with fewer, "one of those who fetched some" is a short list of names. */
export const fewestHolders = 5

/**
 * Whether anonymity may be offered in a week: at least five people have fetched tokens. With fewer, only "confidential" is.
 * @param holders Different people, the one who asks among them, who fetched tokens of this workspace and week. Not tokens, and
 * not accounts that cannot sign in any more.
 * @throws {RangeError} when it is no count.
 */
export function isAnonymityOffered(holders: number): boolean {
  if (!Number.isSafeInteger(holders) || holders < 0) throw new RangeError(`${holders} is no count of people`)
  return holders >= fewestHolders
}
