import { useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps } from './Chart.tsx'
import { spread, textWidth } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { linear, roundTicks, type Scale, tickText } from './scale.ts'
import { linePath, place } from './series.ts'

export interface ReachCurve {
  key: string
  name: string
  /** On a phone. */
  shortName?: string | undefined
  /** After 1, 2, 3 ... steps; null where nothing is reached. */
  values: readonly (number | null)[]
  /** The step at which it comes below the dashed line, and its words. */
  crossing: { at: number; text: string } | null
}

export interface ReachCurvesProps extends ChartProps {
  /** The first is the one that the page is about; the others stand beside it. At most five. */
  curves: readonly ReachCurve[]
  /** The dashed line: what is worth having. */
  worth: { value: number; text: string } | null
  /** Above the upright axis: what it counts. */
  uprightText: string
  /** At the end of the other: weeks. */
  stepsText: string
  /** In the ground below the first curve. */
  belowText: string
  write: (value: number) => string
  noneText: string
}

const strokes = ['line-change', '', 'line-ink line-dotted', 'line-dashed', 'line-ink line-thin-full'] as const

/** What comes within reach as time goes by: curves that fall, a dashed line, and a stem where the first crosses it. */
export function ReachCurves(props: ReachCurvesProps) {
  const { title, note, sentence, foot, tools, level, curves, stepsText, write, noneText } = props
  const steps = Math.max(0, ...curves.map(({ values }) => values.length))
  const numbers = {
    columns: [stepsText, ...curves.map(({ name }) => name)],
    rows: Array.from({ length: steps }, (_, at) => [
      String(at + 1),
      ...curves.map(({ values }) => {
        const value = values[at] ?? null
        return value === null ? noneText : write(value)
      }),
    ]),
  }
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={({ narrow }) => (narrow ? 330 : 360)}>
        {(paper) => <ReachDrawing paper={paper} steps={steps} {...props} />}
      </Plot>
    </Chart>
  )
}

interface Frame {
  left: number
  right: number
  top: number
  base: number
}

function ReachDrawing({
  paper,
  steps,
  curves,
  worth,
  uprightText,
  stepsText,
  belowText,
}: ReachCurvesProps & { paper: Paper; steps: number }) {
  const language = useLanguage()
  const { narrow, width } = paper
  const upright = roundTicks([0, topOf(curves, worth)], 3)
  const [, top] = upright.domain
  const words = upright.at.map((value) => ({ value, text: tickText(value, upright.step, language) }))
  const left = Math.ceil(Math.max(...words.map(({ text }) => textWidth(text)))) + 14
  const room = narrow ? 8 : Math.min(230, Math.max(...curves.map(({ name }) => textWidth(name, true)))) + 16
  const frame: Frame = { left, right: width - room, top: 26, base: narrow ? 286 : 316 }
  const x = linear([0, steps], [frame.left, frame.right])
  const y = linear([0, top], [frame.base, frame.top])
  const shown = curves.map((curve) => ({
    ...curve,
    values: curve.values.map((value) => (value !== null && value <= top ? value : null)),
  }))
  const first = shown[0]
  const every = steps > 12 ? (narrow ? 4 : 2) : 1
  const ticks = Array.from({ length: Math.floor(steps / every) + 1 }, (_, at) => at * every)
  return (
    <>
      {first && <path className="during" d={groundOf(first.values, x, y, frame)} />}
      {words.map(({ value, text }, index) => (
        <g key={value}>
          <line
            className={index === 0 ? 'axis' : 'grid'}
            x1={frame.left}
            x2={frame.right}
            y1={place(y(value))}
            y2={place(y(value))}
          />
          <text className="t-faint" x={frame.left - 8} y={place(y(value)) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <text className="t-faint" x={narrow ? 0 : frame.left} y={14}>
        {uprightText}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="axis" x1={place(x(tick))} x2={place(x(tick))} y1={frame.base} y2={frame.base + 5} />
          <text className="t-faint" x={place(x(tick))} y={frame.base + 20} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text className="t-faint" x={frame.right} y={frame.base + 38} textAnchor="end">
        {stepsText}
      </text>
      {worth && (
        <line
          className="worth"
          x1={frame.left}
          x2={frame.right}
          y1={place(y(worth.value))}
          y2={place(y(worth.value))}
        />
      )}
      {shown
        .map(({ key, values }, at) => (
          <path key={key} className={`line ${strokes[at] ?? ''}`} d={linePath([null, ...values], x, y)} />
        ))
        .toReversed()}
      {first && worth && first.crossing && (
        <Stem
          crossing={first.crossing}
          x={x}
          y={y}
          value={first.values[first.crossing.at - 1] ?? worth.value}
          frame={frame}
        />
      )}
      {worth &&
        shown
          .slice(1)
          .map((curve) => <Crossing key={curve.key} curve={curve} x={x} y={y} worth={worth.value} narrow={narrow} />)}
      {!(narrow && first?.crossing) && first?.values.some((value) => value !== null) && (
        <text className="t-faint" x={frame.left + 12} y={frame.base - 12}>
          {belowText}
        </text>
      )}
      {worth && <WorthText worth={worth} curves={shown} y={y} frame={frame} />}
      <Names curves={shown} x={x} y={y} frame={frame} narrow={narrow} />
    </>
  )
}

/** Two and a half times what is worth having, or what the first curve sees early: above it nobody looks. */
function topOf(curves: readonly ReachCurve[], worth: ReachCurvesProps['worth']): number {
  const ends = curves.flatMap(({ values }) => values.at(-1) ?? [])
  const low = ends.length > 0 ? Math.min(...ends) : 1
  return worth ? Math.max(2.5 * worth.value, Math.min(1.6 * low, 6 * worth.value)) : 3 * low
}

/** All that lies below a curve, and above its beginning where it starts late. */
function groundOf(values: readonly (number | null)[], x: Scale, y: Scale, { left, top, base }: Frame): string {
  const points = values.flatMap((value, at) => (value === null ? [] : [[x(at + 1), y(value)] as const]))
  const [begin] = points
  const end = points.at(-1)
  if (!begin || !end) return ''
  const along = points.map(([px, py]) => `L${place(px)} ${place(py)}`).join('')
  return `M${left} ${base}L${left} ${top}L${place(begin[0])} ${top}${along}L${place(end[0])} ${base}Z`
}

interface StemProps {
  crossing: { at: number; text: string }
  x: Scale
  y: Scale
  value: number
  frame: Frame
}

function Stem({ crossing, x, y, value, frame }: StemProps) {
  const at = place(x(crossing.at))
  const isLate = at + 8 + textWidth(crossing.text, true) > frame.right
  return (
    <>
      <line className="zero" x1={at} x2={at} y1={place(y(value))} y2={frame.base} />
      <circle className="dot-change" cx={at} cy={place(y(value))} r={5} />
      <text
        className="t-strong t-halo on-during"
        x={isLate ? at - 8 : at + 8}
        y={frame.base - 12 - (isLate ? 18 : 0)}
        textAnchor={isLate ? 'end' : 'start'}
      >
        {crossing.text}
      </text>
    </>
  )
}

interface CrossingProps {
  curve: ReachCurve
  x: Scale
  y: Scale
  worth: number
  narrow: boolean
}

function Crossing({ curve, x, y, worth, narrow }: CrossingProps) {
  if (!curve.crossing || curve.crossing.at > curve.values.length) return null
  const at = place(x(curve.crossing.at))
  const value = curve.values[curve.crossing.at - 1] ?? worth
  // A curve that begins below the line has its mark where it begins, and its words below it.
  const isBelow = value < 0.85 * worth
  return (
    <>
      <circle className="open-compare" cx={at} cy={place(y(isBelow ? value : worth))} r={4.5} />
      {!narrow && (
        <text
          className={isBelow ? 't-halo on-during' : 't-halo'}
          x={at}
          y={place(y(isBelow ? value : worth)) + (isBelow ? 20 : -11)}
          textAnchor="middle"
        >
          {curve.crossing.text}
        </text>
      )}
    </>
  )
}

/** Below the dashed line where its end is free, else above it. */
function WorthText({
  worth,
  curves,
  y,
  frame,
}: {
  worth: { value: number; text: string }
  curves: readonly ReachCurve[]
  y: Scale
  frame: Frame
}) {
  const line = y(worth.value)
  const ends = curves.flatMap(({ values }) => values.slice(-6)).flatMap((value) => (value === null ? [] : [y(value)]))
  const isTaken = (from: number, to: number) => ends.some((end) => end > from && end < to)
  const below = !isTaken(line, line + 22) || isTaken(line - 22, line)
  return (
    <text
      className="t-strong t-halo on-during"
      x={frame.right - 4}
      y={place(line) + (below ? 17 : -7)}
      textAnchor="end"
    >
      {worth.text}
    </text>
  )
}

interface NamesProps {
  curves: readonly ReachCurve[]
  x: Scale
  y: Scale
  frame: Frame
  narrow: boolean
}

/** Beside the ends of the curves; on a phone above them, where they are furthest apart. */
function Names({ curves, x, y, frame, narrow }: NamesProps) {
  const ends = curves.flatMap((curve, at) => {
    const last = curve.values.findLastIndex((value) => value !== null)
    const value = curve.values[last]
    return value == null
      ? []
      : [{ key: curve.key, text: narrow ? (curve.shortName ?? curve.name) : curve.name, at, last, y: y(value) }]
  })
  const wanted = ends.map((end) => end.y + (narrow ? -8 : 4))
  const places = spread(wanted, 17, frame.top + 8, frame.base - 4)
  return ends.map((end, index) => (
    <text
      key={end.key}
      className={`${end.at === 0 ? 't-change' : ''}${narrow ? ' t-halo on-during' : ''}`}
      x={narrow ? place(x(end.last + 1)) : frame.right + 10}
      y={place(places[index] ?? end.y)}
      textAnchor={narrow ? 'end' : 'start'}
    >
      {end.text}
    </text>
  ))
}
