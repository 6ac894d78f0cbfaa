import { Badge } from '#design/Badge.tsx'
import { t } from '#platform/browser/language.ts'
import type { ChartStand } from '../chart.ts'

const tones = { worse: 'warn', better: 'good', provisional: 'pending' } as const

/** Where a chart stands, in a shape and a word. */
export function StandBadge({ stand }: { stand: ChartStand }) {
  return <Badge tone={tones[stand as keyof typeof tones]}>{t(`chart.stand.${stand}`)}</Badge>
}
