import type { Language } from '#platform/anywhere/message.ts'
import { germanSample } from './sample-text.de.ts'
import { englishSample } from './sample-text.en.ts'

interface TrialText {
  idea: string
  approved: string
  question: string
  metric: string
  unit: string
  sheet: string
  decided: string
}

/** The words of the sample: contents that made-up people wrote, so they stand apart from the messages of the product. */
export interface SampleText {
  workspace: string
  owner: string
  lead: string
  member: string
  team: string
  goals: readonly { title: string; unit: string; why: string; start: number; target: number }[]
  licorice: TrialText
  fines: TrialText
  /** A series that people keep, with no trial. */
  infections: { site: string; metric: string; unit: string; says: string }
  /** Ideas that are still open. */
  open: readonly string[]
  parked: { idea: string; reason: string }
}

export const sampleText: Record<Language, SampleText> = { en: englishSample, de: germanSample }
