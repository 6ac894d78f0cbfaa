import { useLanguage } from '#platform/browser/language.ts'
import { type SampleWords, sampleWords } from './sample-words.ts'

export function useSampleWords(): SampleWords {
  return sampleWords[useLanguage()]
}
