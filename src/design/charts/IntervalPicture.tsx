import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps } from './Chart.tsx'
import { type Interval, placeReferences, spanOf, standingOf } from './interval.ts'
import { textWidth, thinOut, wrapText } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { linear, roundTicks, tickText } from './scale.ts'
import { place } from './series.ts'

export interface IntervalPictureProps extends ChartProps, Interval {
  /** The estimate in words, on the dot: "1.2 h sooner". */
  valueText: string
  /** Smallest effect worth having, in the same unit and direction. */
  worth?: number | null | undefined
  /** Its label; else "worth having: 0.5". */
  worthText?: string | undefined
  /** Words at the two ends of the axis: "hours later (worse)", "hours sooner (better)". */
  worseText: string
  betterText: string
  /** Why there is no interval. */
  noIntervalText?: string | undefined
  /** How to write an effect in words that hold without a sign: "6.6 higher". Else the bare size: its place says which way. */
  write?: ((value: number) => string) | undefined
  /** Both ends in one: "6.6 to 13.7 higher". Else one after the other. */
  rangeText?: string | undefined
}

/**
 * An effect with its interval. The caller turns the sign so that better is to the right. That sign is never written: sizes
 * stand with their word, and the axis counts away from "no difference" to both sides.
 */
export function IntervalPicture(props: IntervalPictureProps) {
  const { title, note, sentence, foot, tools, level } = props
  const language = useLanguage()
  const write = props.write ?? ((value: number) => formatNumber(Math.abs(value), language))
  // A table has no sides: without words the sign has to say which way.
  const tell = props.write ?? ((value: number) => formatNumber(value, language))
  const { estimate, low, high, worth } = props
  const numbers = {
    columns: [t('design.which-number'), props.write ? t('design.change') : props.betterText],
    rows: [
      [t('design.estimate'), tell(estimate)],
      [t('design.low'), low === null ? t('design.no-range') : tell(low)],
      [t('design.high'), high === null ? t('design.no-range') : tell(high)],
      ...(worth == null ? [] : [[worthLabel(props, write), tell(worth)]]),
    ],
  }
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={({ narrow }) => (narrow ? 214 : 190)}>
        {(paper) => <Drawing {...props} paper={paper} write={write} />}
      </Plot>
    </Chart>
  )
}

function worthLabel({ worthText, worth }: IntervalPictureProps, write: (value: number) => string): string {
  return worthText ?? t('design.worth-having', { value: write(worth ?? 0) })
}

interface DrawingProps extends IntervalPictureProps {
  paper: Paper
  write: (value: number) => string
}

function Drawing(props: DrawingProps) {
  const { estimate, worth, worseText, betterText, paper } = props
  const language = useLanguage()
  const side = paper.narrow ? 8 : 24
  const left = side
  const right = paper.width - side
  const top = paper.narrow ? 52 : 34
  const base = paper.narrow ? 156 : 140
  const ticks = roundTicks(spanOf([props], worth), paper.narrow ? 4 : 6)
  const x = linear(ticks.domain, [left, right])
  const hasWorth = worth != null && worth !== 0
  const labels = thinOut(
    ticks.at.map((value) => ({ x: place(x(value)), text: tickText(Math.abs(value), ticks.step, language) })),
    left,
    right,
  )

  return (
    <>
      {hasWorth && (
        <rect className="during" x={place(x(worth))} y={top} width={place(right - x(worth))} height={base - top} />
      )}
      {ticks.at.map((value) => (
        <line key={value} className="axis" x1={place(x(value))} x2={place(x(value))} y1={base} y2={base + 5} />
      ))}
      {labels.map((label) => (
        <text key={label.x} className="t-faint" x={label.x} y={base + 20} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
      <line className="axis" x1={left} x2={right} y1={base} y2={base} />
      <References {...props} x={x} top={top} base={base} left={left} right={right} />
      <Bar {...props} x={x} y={paper.narrow ? 104 : 92} right={right} on={hasWorth && estimate >= worth} />
      <text className="t-faint" x={left} y={base + (paper.narrow ? 42 : 38)}>
        {worseText}
      </text>
      <text className="t-faint" x={right} y={base + (paper.narrow ? 42 : 38)} textAnchor="end">
        {betterText}
      </text>
    </>
  )
}

interface ReferencesProps extends DrawingProps {
  x: (value: number) => number
  top: number
  base: number
  left: number
  right: number
}

/** "No difference", and what is worth having: two lines with their words, which never touch. */
function References(props: ReferencesProps) {
  const { worth, paper, x, top, base, left, right, write } = props
  const words = worth == null || worth === 0 ? null : worthLabel(props, write)
  const places = placeReferences({
    zero: place(x(0)),
    zeroWidth: textWidth(t('design.no-difference')),
    worth: place(x(worth ?? 0)),
    worthWidth: words === null ? 0 : textWidth(words),
    narrow: paper.narrow,
    left,
    right,
  })
  return (
    <>
      <line className="zero" x1={place(x(0))} x2={place(x(0))} y1={places.zero.stem ?? top} y2={base} />
      <text x={places.zero.x} y={places.zero.y} textAnchor={places.zero.anchor}>
        {t('design.no-difference')}
      </text>
      {words !== null && worth != null && (
        <>
          <line className="worth" x1={place(x(worth))} x2={place(x(worth))} y1={places.worth.stem ?? top} y2={base} />
          <text x={places.worth.x} y={places.worth.y} textAnchor={places.worth.anchor}>
            {words}
          </text>
        </>
      )}
    </>
  )
}

interface BarProps extends DrawingProps {
  x: (value: number) => number
  y: number
  right: number
  /** The dot stands on the ground of what is worth having. */
  on: boolean
}

function Bar({ valueText, noIntervalText, rangeText, write, paper, x, y, right, on, ...effect }: BarProps) {
  const { estimate, low, high } = effect
  const standing = standingOf({ estimate, low, high })
  const dot = place(x(estimate))
  const half = textWidth(valueText, true) / 2
  const middle = Math.max(half, Math.min(dot, paper.width - half))
  const ends = low !== null && high !== null ? { low, high, from: place(x(low)), to: place(x(high)) } : null
  return (
    <>
      {ends && (
        <rect
          className={`bar-${standing}`}
          x={ends.from}
          y={y - 11}
          width={Math.max(1, place(ends.to - ends.from))}
          height={22}
          rx={2}
        />
      )}
      <circle className={`dot-${standing}`} cx={dot} cy={y} r={7.5} />
      <text className={`t-strong t-halo${on ? ' on-during' : ''}`} x={middle} y={y - 20} textAnchor="middle">
        {valueText}
      </text>
      {ends ? (
        <Ends
          lowText={write(ends.low)}
          highText={write(ends.high)}
          rangeText={rangeText ?? t('design.range', { low: write(ends.low), high: write(ends.high) })}
          from={ends.from}
          to={ends.to}
          y={y + 28}
          width={paper.width}
        />
      ) : (
        <NoInterval
          text={noIntervalText ?? t('design.no-interval')}
          dot={dot}
          y={y + 28}
          right={right}
          left={paper.width - right}
          on={on}
        />
      )}
    </>
  )
}

interface EndsProps {
  lowText: string
  highText: string
  rangeText: string
  from: number
  to: number
  y: number
  width: number
}

/** The two ends in words: inside the bar's edges, or as one text below its middle when the bar is too short for both. */
function Ends({ lowText, highText, rangeText, from, to, y, width }: EndsProps) {
  const fit = to - from >= textWidth(lowText) + textWidth(highText) + 10
  if (!fit) {
    const half = textWidth(rangeText) / 2
    return (
      <text
        className="t-halo"
        x={place(Math.max(half, Math.min((from + to) / 2, width - half)))}
        y={y}
        textAnchor="middle"
      >
        {rangeText}
      </text>
    )
  }
  return (
    <>
      <text className="t-halo" x={from} y={y} textAnchor="start">
        {lowText}
      </text>
      <text className="t-halo" x={to} y={y} textAnchor="end">
        {highText}
      </text>
    </>
  )
}

function NoInterval({ text, dot, y, left, right, on }: NoIntervalProps) {
  const lines = wrapText(text, right - left)
  const half = Math.max(...lines.map((line) => textWidth(line))) / 2
  const x = place(Math.max(left + half, Math.min(dot, right - half)))
  return lines.map((line, row) => (
    <text key={line} className={`t-halo${on ? ' on-during' : ''}`} x={x} y={y + row * 16} textAnchor="middle">
      {line}
    </text>
  ))
}

interface NoIntervalProps {
  text: string
  dot: number
  y: number
  left: number
  right: number
  on: boolean
}
