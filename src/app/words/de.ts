import type { Words } from '#platform/anywhere/message.ts'
import { firstGerman } from './first-de.ts'
import { laterGerman } from './later-de.ts'

/** Every German word of the product. */
export const german: Words = { ...firstGerman, ...laterGerman }
