import { IntervalMark } from '#design/charts/IntervalMark.tsx'
import { spanOf } from '#design/charts/interval.ts'
import { Table } from '#design/Table.tsx'
import { formatInstant } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { sidedRangeOf } from '#product/result/line.ts'
import { facing } from '#product/result/result.ts'
import { useLines } from '#product/result/ui/use-lines.ts'
import type { LookShown } from '../look-api.ts'
import { comeOf, type Watched } from '../look-lines.ts'

interface LookHistoryProps {
  looks: readonly LookShown[]
  watched: Watched
  worth: number | null
}

/** Every look, one scale for all: how the intervals narrow. */
export function LookHistory({ looks, watched, worth }: LookHistoryProps) {
  const { say, tell } = useLines()
  const language = useLanguage()
  const effects = new Map(
    looks.flatMap((look) => {
      const { estimate, low, high } = look
      // A bare dot reads like an answer: without what fits there is nothing to draw.
      return estimate === null || low === null || high === null
        ? []
        : [[look.id, facing({ estimate, low, high }, watched.metric.better)] as const]
    }),
  )
  const span = spanOf([...effects.values()], worth)

  function wordsOf({ estimate, low, high }: LookShown): string {
    if (estimate === null || low === null || high === null) return t('look.none-yet')
    return tell(sidedRangeOf({ estimate, low, high }, watched.metric.unit)(low, high))
  }

  return (
    <div>
      <h3 className="label">{t('look.history')}</h3>
      <p className="small quiet">{t('look.history-note')}</p>
      <Table
        caption={t('look.history')}
        fold
        middle
        rows={looks}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'come',
            header: t('look.come'),
            names: true,
            fold: 'title',
            cell: (look) => say(comeOf(look, watched)),
          },
          {
            id: 'picture',
            header: t('look.picture'),
            headerHidden: true,
            fold: 'whole',
            cell: (look) => {
              const effect = effects.get(look.id)
              return effect && <IntervalMark {...effect} span={span} worth={worth} label={wordsOf(look)} />
            },
          },
          { id: 'effect', header: t('look.effect'), fold: 'whole', cell: wordsOf },
          {
            id: 'on',
            header: t('look.on'),
            num: true,
            fold: 'corner',
            cell: ({ takenAt }) => formatInstant(takenAt, language),
          },
        ]}
      />
    </div>
  )
}
