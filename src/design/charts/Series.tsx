import type { ReactNode } from 'react'
import { t, useLanguage } from '#platform/browser/language.ts'
import { keepApart, textWidth, thinOut } from './label.ts'
import type { Paper } from './Plot.tsx'
import { areUneven, type PeriodTick, periodScale, periodTicks } from './period.ts'
import { extent, linear, roundTicks, type Scale, type Ticks, tickText } from './scale.ts'
import {
  bandPath,
  type EndLabel,
  evenly,
  labelsBeside,
  labelsInside,
  lastOf,
  linePath,
  loners,
  place,
  roomBeside,
  type Values,
} from './series.ts'

/** How a line is drawn: the change green and heavy, the comparison grey, anything else in ink. */
export type Stroke = 'change' | 'compare' | 'ink'

export interface Line {
  key: string
  name: string
  /** Below the name on a wide picture: "6 wards, 4.4 h". */
  detail?: string | undefined
  /** Behind the name on a narrow one: "4.4 h". */
  value?: string | undefined
  stroke: Stroke
  /** The thick line. */
  means: Values
  /** The thin lines: single sites. */
  sites: readonly Values[]
  /** What is plausible around the thick line. */
  band?: { low: Values; high: Values } | undefined
}

export interface Change {
  /** The first period of it, by its place in the list. */
  from: number
  /** The last period of it; the end when left out. */
  to?: number | undefined
  /** On its line: "change starts, 21 Sep". */
  text: string
  /** Left of its line: "12 weeks before". */
  beforeText?: string | undefined
}

export interface SeriesDrawingProps {
  paper: Paper
  periods: readonly string[]
  ticks?: readonly PeriodTick[] | undefined
  lines: readonly Line[]
  change?: Change | undefined
  /** What the upright axis counts, above it. */
  unitText?: string | undefined
  /** A line across at no difference: for lines that are differences. */
  zero?: boolean | undefined
}

/** At most this many thin lines per group: more would be one grey ground. */
export const thinLines = 40
const mostRoom = 168

/** Lines over time: thin ones for sites, thick ones for their means, a start and the ground of the change. */
export function SeriesDrawing({ paper, periods, ticks, lines, change, unitText, zero }: SeriesDrawingProps) {
  const language = useLanguage()
  const frame = frameOf(paper, lines, language, unitText !== undefined)
  const { left, right, top, base, upright } = frame
  const x = periodScale(periods, [left, right])
  const y = linear(upright.domain, [base, top])
  const on = change && groundOf(change, periods.length, x)
  return (
    <>
      {on && <rect className="during" x={on.from} y={top} width={place(on.to - on.from)} height={base - top} />}
      <Upright frame={frame} y={y} />
      {unitText && (
        <text className="t-faint" x={paper.narrow ? 0 : left} y={14}>
          {unitText}
        </text>
      )}
      {zero && <line className="zero" x1={left} x2={right} y1={place(y(0))} y2={place(y(0))} />}
      {lines.map(
        ({ key, band }) => band && <path key={key} className="band" d={bandPath(band.low, band.high, x, y)} />,
      )}
      {lines.map((line) => (
        <Thin key={line.key} line={line} x={x} y={y} />
      ))}
      {on && <line className="zero" x1={on.from} x2={on.from} y1={top - (paper.narrow ? 8 : 14)} y2={base} />}
      {lines.map((line) => (
        <Thick key={line.key} line={line} x={x} y={y} dots={periods.length <= 3} />
      ))}
      {on && change && <ChangeWords change={change} at={on.from} frame={frame} narrow={paper.narrow} />}
      <EndLabels lines={lines} x={x} y={y} frame={frame} paper={paper} on={on ? on.to >= right - 1 : false} />
      <Periods
        ticks={ticks ?? periodTicks(periods, language)}
        isUneven={areUneven(periods)}
        x={x}
        frame={frame}
        width={paper.width}
      />
    </>
  )
}

export function seriesHeight({ narrow }: Paper): number {
  return narrow ? 300 : 340
}

interface Frame {
  left: number
  right: number
  top: number
  base: number
  upright: Ticks
  words: readonly { value: number; text: string }[]
}

function frameOf(paper: Paper, lines: readonly Line[], language: ReturnType<typeof useLanguage>, unit: boolean): Frame {
  const all = lines.flatMap(({ means, sites, band }) => [
    means,
    ...evenly(sites, thinLines),
    ...(band ? [band.low, band.high] : []),
  ])
  const span = extent(all.flat()) ?? [0, 1]
  const upright = roundTicks(span, paper.narrow ? 3 : 5)
  const words = upright.at.map((value) => ({ value, text: tickText(value, upright.step, language) }))
  const left = Math.ceil(Math.max(...words.map(({ text }) => textWidth(text)))) + 14
  const room = paper.narrow ? 4 : roomBeside(lines, mostRoom) + 14
  const top = (paper.narrow ? 46 : 30) + (unit ? 16 : 0)
  return { left, right: paper.width - room, top, base: seriesHeight(paper) - 40, upright, words }
}

function groundOf({ from, to }: Change, count: number, x: Scale): { from: number; to: number } {
  const start = Math.max(0, from - 0.5)
  const end = to === undefined ? count - 1 : Math.min(count - 1, to + 0.5)
  return { from: place(x(start)), to: place(x(Math.max(start, end))) }
}

function Upright({ frame, y }: { frame: Frame; y: Scale }) {
  return (
    <>
      {frame.words.map(({ value, text }, index) => (
        <g key={value}>
          <text className="t-faint" x={frame.left - 8} y={place(y(value)) + 4} textAnchor="end">
            {text}
          </text>
          <line
            className={index === 0 ? 'axis' : 'grid'}
            x1={frame.left}
            x2={frame.right}
            y1={place(y(value))}
            y2={place(y(value))}
          />
        </g>
      ))}
    </>
  )
}

function Thin({ line, x, y }: { line: Line; x: Scale; y: Scale }) {
  return (
    <>
      {evenly(line.sites, thinLines).map((site, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: thin lines have no names here and never change places
        <path key={index} className={`line line-thin ${strokeClass(line.stroke)}`} d={linePath(site, x, y)} />
      ))}
    </>
  )
}

function Thick({ line, x, y, dots }: { line: Line; x: Scale; y: Scale; dots: boolean }) {
  const shown = dots ? line.means.map((_, index) => index) : loners(line.means)
  return (
    <>
      <path className={`line ${strokeClass(line.stroke)}`} d={linePath(line.means, x, y)} />
      {shown.map((index) => {
        const value = line.means[index]
        if (value === null || value === undefined) return null
        return (
          <circle
            key={index}
            className={`dot-${line.stroke}`}
            cx={place(x(index))}
            cy={place(y(value))}
            r={dots ? 4 : 2.5}
          />
        )
      })}
    </>
  )
}

function strokeClass(stroke: Stroke): string {
  return stroke === 'compare' ? '' : `line-${stroke}`
}

function ChangeWords({ change, at, frame, narrow }: { change: Change; at: number; frame: Frame; narrow: boolean }) {
  const y = frame.top - (narrow ? 14 : 6)
  const width = textWidth(change.text, true)
  if (narrow) {
    const x = Math.max(width / 2, Math.min(at, frame.right - width / 2))
    return (
      <text className="t-strong" x={place(x)} y={y} textAnchor="middle">
        {change.text}
      </text>
    )
  }
  const fits = at + 8 + width <= frame.right + mostRoom
  const before = change.beforeText
  const beforeFits = before !== undefined && fits && at - 8 - textWidth(before) >= frame.left
  return (
    <>
      <text className="t-strong" x={fits ? at + 8 : at - 8} y={y} textAnchor={fits ? 'start' : 'end'}>
        {change.text}
      </text>
      {beforeFits && (
        <text className="t-faint" x={at - 8} y={y} textAnchor="end">
          {before}
        </text>
      )}
    </>
  )
}

interface EndLabelsProps {
  lines: readonly Line[]
  x: Scale
  y: Scale
  frame: Frame
  paper: Paper
  /** The lines end on the ground of the change. */
  on: boolean
}

function EndLabels({ lines, x, y, frame, paper, on }: EndLabelsProps): ReactNode {
  const labels = lines.flatMap((line): EndLabel[] => {
    const last = lastOf(line.means)
    return last
      ? [{ key: line.key, name: line.name, detail: line.detail, value: line.value, y: y(last.value), near: near(line) }]
      : []
  })
  function near(line: Line): [number, number] | undefined {
    const width = textWidth(`${line.name} ${line.value ?? ''}`, true)
    const behind = line.means.filter((_, index) => x(index) >= frame.right - width)
    const span = extent(behind.map((value) => (value === null ? null : y(value))))
    return span ? [...span] : undefined
  }
  const strokes = new Map(lines.map((line) => [line.key, line.stroke]))
  const placed = paper.narrow
    ? labelsInside(labels, frame.top, frame.base, frame.right - frame.left)
    : labelsBeside(labels, frame.top, frame.base, mostRoom)
  return placed.map((label) => {
    const look = strokes.get(label.key) === 'change' ? 't-change' : 't-strong'
    const halo = paper.narrow ? ` t-halo${on ? ' on-during' : ''}` : ''
    const x = paper.narrow ? frame.right - 2 : frame.right + 10
    return label.lines.map((words, row) => (
      <text
        key={`${label.key} ${words}`}
        className={row < label.names ? `${look}${halo}` : undefined}
        x={x}
        y={label.y + row * 16}
        textAnchor={paper.narrow ? 'end' : 'start'}
      >
        {words}
      </text>
    ))
  })
}

interface PeriodsProps {
  ticks: readonly PeriodTick[]
  isUneven: boolean
  x: Scale
  frame: Frame
  width: number
}

function Periods({ ticks, isUneven, x, frame, width }: PeriodsProps) {
  const places = ticks.map(({ index, text }) => ({ x: place(x(index)), text }))
  const labels = (isUneven ? keepApart : thinOut)(places, 0, width)
  // A mark for every tick, unless they would stand closer than their own words could.
  const marks = ticks.length > 60 ? labels : places
  return (
    <>
      {marks.map((mark) => (
        <line key={mark.x} className="axis" x1={mark.x} x2={mark.x} y1={frame.base} y2={frame.base + 5} />
      ))}
      {labels.map((label) => (
        <text key={label.x} className="t-faint" x={label.x} y={frame.base + 20} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
    </>
  )
}

/** Said beneath a picture that does not draw every thin line. */
export function linesDrawnText(lines: readonly Line[]): string | undefined {
  const total = lines.reduce((sum, line) => sum + line.sites.length, 0)
  const drawn = lines.reduce((sum, line) => sum + Math.min(line.sites.length, thinLines), 0)
  return drawn < total ? t('design.lines-drawn', { drawn, total }) : undefined
}
