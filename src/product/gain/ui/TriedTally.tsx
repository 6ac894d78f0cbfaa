import { Section } from '#design/Section.tsx'
import { Tally } from '#design/Tally.tsx'
import { t } from '#platform/browser/language.ts'
import type { Tried } from '../totals.ts'

/** Everything that was tried, what failed beside what worked. */
export function TriedTally({ tried }: { tried: Tried }) {
  const lines = [
    ['gain', tried.gain],
    ['reversed', tried.reversed],
    ['withoutProof', tried.withoutProof],
    ['noProof', tried.noProof],
    ['harm', tried.harm],
    ['dropped', tried.dropped],
  ] as const
  return (
    <Section title={t('gain.tried')} lead={t('gain.tried-lead')}>
      <Tally lines={lines.map(([id, count]) => ({ id, count, words: t(`gain.tried.${id}`, { count }) }))} />
    </Section>
  )
}

/** Trials that are decided: each booked one line. Reversals are of trials that count already. */
export function triedCount({ gain, reversed, withoutProof, noProof, harm, dropped }: Tried): number {
  return gain + reversed + withoutProof + noProof + harm + dropped
}
