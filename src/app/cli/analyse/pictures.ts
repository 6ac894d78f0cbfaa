import { type Interval, spanOf, standingOf } from '#design/charts/interval.ts'
import { fitText, keepApart, spread, textWidth, thinOut } from '#design/charts/label.ts'
import { areUneven, periodScale, periodTicks } from '#design/charts/period.ts'
import { extent, linear, roundTicks, type Scale, type Ticks, tickText } from '#design/charts/scale.ts'
import { areYesNo, lastOf, linePath, loners, place, type Values } from '#design/charts/series.ts'
import { element, escaped } from '../html.ts'

/**
 * Pictures as text, for a page without scripts: the rules and classes of `design/charts`, whose own drawings need a
 * browser. Letters never shrink, so each is drawn for a desk and for a phone, and the style sheet shows one.
 */
const papers = [
  { width: 720, look: 'wide' },
  { width: 342, look: 'narrow' },
] as const

interface Paper {
  readonly width: number
  readonly look: 'wide' | 'narrow'
}

function drawn(sentence: string, height: number, draw: (paper: Paper) => readonly string[]): string {
  return papers
    .map((paper) => {
      const { width, look } = paper
      const frame = { class: `plot ${look}`, viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' }
      return element('svg', { ...frame, 'aria-label': sentence }, draw(paper))
    })
    .join('')
}

function line(look: string, x1: number, y1: number, x2: number, y2: number): string {
  return element('line', { class: look, x1: place(x1), y1: place(y1), x2: place(x2), y2: place(y2) })
}

function text(words: string, x: number, y: number, look?: string, anchor?: 'start' | 'middle' | 'end'): string {
  return element('text', { class: look, x: place(x), y: place(y), 'text-anchor': anchor }, escaped(words))
}

function dot(look: string, cx: number, cy: number, r: number): string {
  return element('circle', { class: look, cx: place(cx), cy: place(cy), r })
}

export interface IntervalWords {
  /** On the dot, and at the two ends. */
  estimate: string
  low: string | null
  high: string | null
  /** Both in one, where there is no room for two. */
  range: string
  worth: string | null
  zero: string
  none: string
  worse: string
  better: string
}

/** An effect with its interval; better is to the right. The axis counts away from "no difference" to both sides. */
export function intervalSvg(figures: Interval, worth: number | null, words: IntervalWords, sentence: string): string {
  const [top, base, middle] = [46, 146, 98]
  return drawn(sentence, 190, ({ width, look }) => {
    const ticks = roundTicks(spanOf([figures], worth), look === 'narrow' ? 4 : 8)
    const x = linear(ticks.domain, [12, width - 12])
    return [
      ...(worth === null ? [] : [ground(x(worth), width - 12, top, base)]),
      ...axisBelow(ticks, x, base, width),
      line('zero', x(0), top, x(0), base),
      text(words.zero, x(0), 40, undefined, anchorAt(x(0), width)),
      ...(worth === null || words.worth === null
        ? []
        : [
            line('worth', x(worth), 24, x(worth), base),
            text(words.worth, x(worth), 18, undefined, anchorAt(x(worth), width)),
          ]),
      ...bar(figures, x, middle, words, width),
      text(words.worse, 12, base + 38, 't-faint'),
      text(words.better, width - 12, base + 38, 't-faint', 'end'),
    ]
  })
}

function bar(figures: Interval, x: Scale, y: number, words: IntervalWords, width: number): string[] {
  const { estimate, low, high } = figures
  const standing = standingOf(figures)
  const ends =
    low === null || high === null
      ? [text(words.none, held(x(estimate), words.none, width), y + 28, 't-halo', 'middle')]
      : [
          element('rect', {
            class: `bar-${standing}`,
            x: place(x(low)),
            y: y - 11,
            width: Math.max(1, place(x(high) - x(low))),
            height: 22,
            rx: 2,
          }),
          ...endWords(x(low), x(high), words, y + 28, width),
        ]
  return [
    ...ends,
    dot(`dot-${standing}`, x(estimate), y, 7.5),
    text(words.estimate, held(x(estimate), words.estimate, width), y - 20, 't-strong t-halo', 'middle'),
  ]
}

function endWords(from: number, to: number, { low, high, range }: IntervalWords, y: number, width: number): string[] {
  const [left, right] = [low ?? '', high ?? '']
  const fits = to - from >= textWidth(left) + textWidth(right) + 10
  if (!fits) return [text(range, held((from + to) / 2, range, width), y, 't-halo', 'middle')]
  return [text(left, from, y, 't-halo', 'start'), text(right, to, y, 't-halo', 'end')]
}

/** Where a centred text stands so that it stays on the paper. */
function held(x: number, words: string, width: number): number {
  const half = textWidth(words, true) / 2
  return Math.max(half, Math.min(x, width - half))
}

function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  return x < width / 4 ? 'start' : x > (3 * width) / 4 ? 'end' : 'middle'
}

function ground(from: number, to: number, top: number, base: number): string {
  return element('rect', {
    class: 'during',
    x: place(from),
    y: top,
    width: Math.max(0, place(to - from)),
    height: base - top,
  })
}

function axisBelow(ticks: Ticks, x: Scale, base: number, width: number): string[] {
  const words = thinOut(
    ticks.at.map((value) => ({ x: place(x(value)), text: tickText(Math.abs(value), ticks.step, 'en') })),
    0,
    width,
  )
  return [
    line('axis', x(ticks.domain[0]), base, x(ticks.domain[1]), base),
    ...ticks.at.map((value) => line('axis', x(value), base, x(value), base + 5)),
    ...words.map((word) => text(word.text, word.x, base + 20, 't-faint', word.anchor)),
  ]
}

/** The axis at the left, as wide as its longest mark: where pictures of one height begin, and its lines across. */
function uprightAxis(span: readonly [number, number], look: Paper['look'], [top, base]: readonly [number, number]) {
  const ticks = roundTicks(span, look === 'narrow' ? 3 : 5)
  const marks = ticks.at.map((value) => ({ value, words: tickText(value, ticks.step, 'en') }))
  const left = Math.ceil(Math.max(...marks.map(({ words }) => textWidth(words)))) + 12
  const y = linear(ticks.domain, [base, top])
  const drawnTo = (right: number): string[] =>
    marks.flatMap(({ value, words }, at) => [
      text(words, left - 8, y(value) + 4, 't-faint', 'end'),
      line(at === 0 ? 'axis' : 'grid', left, y(value), right, y(value)),
    ])
  return { left, y, drawnTo }
}

export interface SeriesPicture {
  periods: readonly string[]
  /** The first period with the change, by its place. */
  since: number
  change: string
  changed: { name: string; means: Values; sites: readonly Values[] }
  compared: { name: string; means: Values; sites: readonly Values[] }
}

/** The two groups over time: thin lines for sites, thick ones for means, the ground of the change. */
export function seriesSvg(picture: SeriesPicture, sentence: string): string {
  const { periods, since, changed, compared } = picture
  const [top, base] = [34, 270]
  const isThin = !areYesNo([changed, compared].flatMap(({ sites }) => sites))
  const drawnSites = ({ sites }: SeriesPicture['changed']) => (isThin ? sites : [])
  const span = extent([changed, compared].flatMap((group) => [group.means, ...drawnSites(group)].flat())) ?? [0, 1]
  return drawn(sentence, 310, ({ width, look }) => {
    const axis = uprightAxis(span, look, [top, base])
    const { left, y } = axis
    const right = width - (look === 'narrow' ? 4 : 128)
    const x = periodScale(periods, [left, right])
    const start = x(Math.max(0, since - 0.5))
    return [
      ground(start, right, top, base),
      ...axis.drawnTo(right),
      ...[compared, changed].flatMap((group) => drawnSites(group).map((site) => thin(site, x, y, group === changed))),
      line('zero', start, top - 10, start, base),
      text(picture.change, held(start, picture.change, width), top - 16, 't-strong', 'middle'),
      ...thick(compared.means, x, y, 'compare', periods.length),
      ...thick(changed.means, x, y, 'change', periods.length),
      ...names(picture, y, look === 'narrow' ? null : right + 10, right, [top, base]),
      ...axisOfPeriods(periods, x, base, width),
    ]
  })
}

function thin(values: Values, x: Scale, y: Scale, isChanged: boolean): string {
  return element('path', { class: `line line-thin${isChanged ? ' line-change' : ''}`, d: linePath(values, x, y) })
}

function thick(means: Values, x: Scale, y: Scale, group: 'change' | 'compare', periods: number): string[] {
  const dots = periods <= 3 ? [...means.keys()] : loners(means)
  return [
    element('path', { class: `line${group === 'change' ? ' line-change' : ''}`, d: linePath(means, x, y) }),
    ...dots.flatMap((at) => {
      const value = means[at]
      return value === null || value === undefined ? [] : [dot(`dot-${group}`, x(at), y(value), periods <= 3 ? 4 : 2.5)]
    }),
  ]
}

/** At the lines' ends beside a wide picture, above and below them in a narrow one. */
function names(
  { changed, compared }: SeriesPicture,
  y: Scale,
  beside: number | null,
  right: number,
  [top, base]: readonly [number, number],
): string[] {
  const ends = [changed, compared].map(({ name, means }) => ({ name, y: y(lastOf(means)?.value ?? 0) }))
  const looks = ['t-change', 't-strong']
  if (beside !== null) {
    const at = spread(
      ends.map((end) => end.y),
      20,
      top,
      base,
    )
    return ends.map(({ name }, index) => text(fitText(name, 116, true), beside, (at[index] ?? 0) + 4, looks[index]))
  }
  const upper = (ends[0]?.y ?? 0) <= (ends[1]?.y ?? 0) ? 0 : 1
  return ends.map((end, index) =>
    text(
      end.name,
      right,
      Math.max(top + 12, Math.min(end.y + (index === upper ? -14 : 24), base - 6)),
      `${looks[index]} t-halo on-during`,
      'end',
    ),
  )
}

function axisOfPeriods(periods: readonly string[], x: Scale, base: number, width: number): string[] {
  const places = periodTicks(periods, 'en').map(({ index, text: words }) => ({ x: place(x(index)), text: words }))
  return (areUneven(periods) ? keepApart : thinOut)(places, 0, width).flatMap((label) => [
    line('axis', label.x, base, label.x, base + 5),
    text(label.text, label.x, base + 20, 't-faint', label.anchor),
  ])
}

export interface ChartMark {
  readonly value: number | null
  readonly centre: number | null
  readonly low: number | null
  readonly high: number | null
  readonly rules: readonly unknown[]
}

/** A control chart: the points, the centre line, the limits, and every point that a rule marks. */
export function chartSvg(points: readonly ChartMark[], periods: readonly string[], sentence: string): string {
  const [top, base] = [20, 270]
  const span = extent(points.flatMap(({ value, low, high }) => [value, low, high])) ?? [0, 1]
  return drawn(sentence, 310, ({ width, look }) => {
    const axis = uprightAxis(span, look, [top, base])
    const { left, y } = axis
    const x = periodScale(periods, [left, width - 12])
    const path = (of: (point: ChartMark) => number | null, looks: string) =>
      element('path', { class: looks, fill: 'none', d: linePath(points.map(of), x, y) })
    return [
      ...axis.drawnTo(width - 12),
      path(({ low }) => low, 'worth'),
      path(({ high }) => high, 'worth'),
      path(({ centre }) => centre, 'zero'),
      path(({ value }) => value, 'line'),
      ...points.flatMap(({ value, rules }, at) =>
        value === null
          ? []
          : [dot(rules.length > 0 ? 'dot-worse' : 'dot-compare', x(at), y(value), rules.length > 0 ? 4.5 : 2.5)],
      ),
      ...axisOfPeriods(periods, x, base, width),
    ]
  })
}

export interface EventPoint {
  /** Periods since the start; below 0: before it. */
  readonly at: number
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
}

/** Effects by time since the start, each with its interval: before the start there should be none. */
export function eventSvg(points: readonly EventPoint[], words: { start: string }, sentence: string): string {
  const [top, base] = [34, 270]
  const times = points.map(({ at }) => at)
  const [first, last] = [Math.min(...times, -1), Math.max(...times, 0)]
  const span = extent(points.flatMap(({ estimate, low, high }) => [0, estimate, low, high])) ?? [0, 1]
  return drawn(sentence, 310, ({ width, look }) => {
    const axis = uprightAxis(span, look, [top, base])
    const { left, y } = axis
    const x = linear([first, last], [left + 12, width - 24])
    const start = x(-0.5)
    const labels = thinOut(
      Array.from({ length: last - first + 1 }, (_, at) => ({ x: place(x(first + at)), text: String(first + at) })),
      0,
      width,
    )
    return [
      ground(start, width - 12, top, base),
      ...axis.drawnTo(width - 12),
      line('zero', left, y(0), width - 12, y(0)),
      line('zero', start, top - 10, start, base),
      text(words.start, held(start, words.start, width), top - 16, 't-strong', 'middle'),
      ...points.flatMap((point) => eventMark(point, x, y)),
      ...labels.map((label) => text(label.text, label.x, base + 20, 't-faint', label.anchor)),
    ]
  })
}

function eventMark({ at, estimate, low, high }: EventPoint, x: Scale, y: Scale): string[] {
  const looks = at < 0 ? 'dot-compare' : 'dot-change'
  const bar =
    low === null || high === null
      ? []
      : [
          element('path', {
            class: `line${at < 0 ? '' : ' line-change'}`,
            fill: 'none',
            d: `M${place(x(at))} ${place(y(low))}V${place(y(high))}`,
          }),
        ]
  return [...bar, dot(looks, x(at), y(estimate), 4)]
}
