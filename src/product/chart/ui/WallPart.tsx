import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { ControlWall, SignKey, type StampCard } from '#design/charts/ControlWall.tsx'
import { extent, type Span } from '#design/charts/scale.ts'
import { Row } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import type { Metric } from '#product/metric/metric.ts'
import { chartPath, isOfGaps } from '../chart.ts'
import type { SmallChart, Wall } from '../wall.ts'
import { asDrawn, sayBare, sayWhole } from './say-chart.ts'

interface WallPartProps {
  wall: Wall
  page: number
  /** The metric of each chart: it says how figures are written. */
  metricOf: (chart: SmallChart) => Metric | undefined
  /** What a chart is called here: its site, or its metric. */
  nameOf: (chart: SmallChart) => string
  /** The address of another page of the wall. */
  pageAddress: (page: number) => string
}

/** Small charts, what needs attention first, each a link to the large one. */
export function WallPart({ wall, page, metricOf, nameOf, pageAddress }: WallPartProps) {
  const language = useLanguage()
  const addressOf = useAddress()
  const { charts, total, pages, fromOn, toOn } = wall
  const shownFrom = charts.flatMap(({ ons }) => ons[0] ?? []).sort()[0] ?? fromOn
  const timeSpan: Span = [timeOf(shownFrom ?? ''), timeOf(toOn ?? '')]
  const cards = charts.flatMap((chart): StampCard[] => {
    const metric = metricOf(chart)
    if (!metric) return []
    const name = nameOf(chart)
    const latest = chart.figures.findLast((figure) => figure !== null) ?? null
    const said = saySmall(chart)
    const isGap = isOfGaps(chart.method)
    const span = isGap ? wall.gapSpan : wall.span
    // Several metrics side by side write their units, and so do gaps; one metric says its unit once, above.
    const sayFigure = span && !isGap ? sayBare : sayWhole
    const figure = latest === null ? '' : sayFigure(latest, asDrawn(metric, chart.method), language)
    return [
      {
        key: `${chart.metricId} ${chart.siteId}`,
        href: addressOf(chartPath(chart.metricId, chart.siteId)),
        name,
        figure,
        badge: <Badge tone={toneOf(chart)}>{said}</Badge>,
        stamp: {
          sentence: t('chart.small-aria', { name, said, figure }),
          times: chart.ons.map(timeOf),
          figures: chart.figures,
          centre: chart.centre,
          low: chart.low,
          high: chart.high,
          better: chart.better,
          worse: chart.worse,
          odd: chart.pattern,
          changes: chart.changes,
          // One metric shares both scales; several are as long as each has been measured.
          timeSpan: span ? timeSpan : [timeOf(chart.ons[0] ?? ''), timeOf(chart.ons.at(-1) ?? '')],
          span: span ?? extent([...chart.figures, ...chart.low, ...chart.high]) ?? [0, 1],
        },
      },
    ]
  })
  return (
    <Section title={t('chart.wall-heading', { count: total })} end={<Key />}>
      {cards.length === 0 ? <p className="small quiet">{t('chart.wall-none-left')}</p> : <ControlWall cards={cards} />}
      {pages > 1 && (
        <nav aria-label={t('chart.pages')}>
          <Row gap="2" align="center">
            {page > 1 && <ButtonLink href={pageAddress(page - 1)}>{t('chart.page-before')}</ButtonLink>}
            <span className="small quiet">{t('chart.page-of', { page, pages })}</span>
            {page < pages && <ButtonLink href={pageAddress(page + 1)}>{t('chart.page-next')}</ButtonLink>}
          </Row>
        </nav>
      )}
    </Section>
  )
}

function Key() {
  return (
    <SignKey
      signs={[
        { look: 'change', text: t('chart.key-change') },
        { look: 'better', text: t('chart.key-better') },
        { look: 'worse', text: t('chart.key-worse') },
      ]}
    />
  )
}

function saySmall({ stand, signal, isExplained }: SmallChart): string {
  if (!signal) return t(`chart.stand.${stand}`)
  return stand === 'worse' && !isExplained ? `${signal.reason}, ${t('chart.no-reason-yet')}` : signal.reason
}

function toneOf({ stand, isExplained }: SmallChart): 'good' | 'warn' | 'pending' | undefined {
  if (stand === 'worse') return isExplained ? undefined : 'warn'
  if (stand === 'better') return 'good'
  return stand === 'provisional' ? 'pending' : undefined
}

function timeOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000
}
