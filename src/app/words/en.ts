import type { Words } from '#platform/anywhere/message.ts'
import { firstEnglish } from './first-en.ts'
import { laterEnglish } from './later-en.ts'

/** Every English word of the product. */
export const english: Words = { ...firstEnglish, ...laterEnglish }
