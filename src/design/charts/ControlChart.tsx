import { useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps, type Numbers } from './Chart.tsx'
import { fitText, keepApart, spread, textWidth, thinOut } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { areUneven, periodScale, periodTicks } from './period.ts'
import { extent, linear, roundTicks, type Scale, tickText } from './scale.ts'
import { linePath, loners, place, type Values } from './series.ts'
import { diamondPath, stepPath } from './steps.ts'

/** A pattern that is explained below the picture, under its number. */
export interface ControlMark {
  number: number
  side: 'better' | 'worse' | 'odd'
  /** Places of its members. */
  at: readonly number[]
}

/** Something that began at a place: a change, a trial, a new meaning. */
export interface ControlLine {
  key: string
  at: number
  /** The last place of it; a ground is drawn from the first to here. Left out: a line alone. */
  to?: number | undefined
  text: string
  /** Strong: something people did. Else it is drawn faintly. */
  isStrong: boolean
}

export interface ControlLook {
  periods: readonly string[]
  figures: Values
  centre: Values
  low: Values
  high: Values
  /** First places of stretches with limits of their own. */
  breaks: readonly number[]
  marks: readonly ControlMark[]
  /** Places that count for nothing: drawn hollow. */
  hollow: readonly number[]
  lines: readonly ControlLine[]
  /** The stretch that limits were learnt from, and its words. */
  learnt?: { from: number; to: number; text: string } | undefined
  /** What the upright axis counts, above it. */
  unitText: string
  /** Words at the end of the lines: "usual 6.1". */
  say: { usual: (value: number) => string; limit: (value: number) => string; latest: (value: number) => string }
}

export interface ControlChartProps extends ChartProps, ControlLook {
  numbers: Numbers
}

/** Figures over time with what is usual: mean, limits, and every pattern that chance seldom makes, numbered. */
export function ControlChart({ title, note, sentence, foot, tools, level, numbers, ...look }: ControlChartProps) {
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={heightOf}>
        {(paper) => <Drawing {...look} paper={paper} />}
      </Plot>
    </Chart>
  )
}

function heightOf({ narrow }: Paper): number {
  return narrow ? 330 : 360
}

/** Above so many periods plain figures have no dot of their own: the line is enough. */
const dotsMost = 160

interface Frame {
  left: number
  right: number
  top: number
  base: number
  x: Scale
  y: Scale
}

function Drawing({ paper, ...look }: ControlLook & { paper: Paper }) {
  const language = useLanguage()
  const { periods, figures, centre, low, high, breaks, lines, learnt, unitText } = look
  const span = extent([...figures, ...low, ...high, ...centre]) ?? [0, 1]
  const upright = roundTicks(padded(span), paper.narrow ? 4 : 5)
  const words = upright.at.map((value) => ({ value, text: tickText(value, upright.step, language) }))
  const left = Math.ceil(Math.max(...words.map(({ text }) => textWidth(text)))) + 14
  const ends = endsOf(look)
  const room = paper.narrow
    ? 6
    : Math.ceil(Math.max(0, ...ends.map(({ text, isStrong }) => textWidth(text, isStrong)))) + 18
  const right = paper.width - room
  const [top, base] = [(paper.narrow ? 62 : 48) + (lines.length > 0 ? 6 : 0), heightOf(paper) - 34]
  // A little air on both sides, so that the first dot stands beside the axis.
  const x = periodScale(periods, [left + 6, right - 4])
  const y = linear(upright.domain, [base, top])
  const frame = { left, right, top, base, x, y }
  return (
    <>
      <Grounds lines={lines} frame={frame} count={periods.length} />
      {words.map(({ value, text }, index) => (
        <g key={value}>
          <text className="t-faint" x={left - 8} y={place(y(value)) + 4} textAnchor="end">
            {text}
          </text>
          <line
            className={index === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={right}
            y1={place(y(value))}
            y2={place(y(value))}
          />
        </g>
      ))}
      <text className="t-faint" x={paper.narrow ? 0 : left} y={14}>
        {unitText}
      </text>
      <path className="limit" d={stepPath(low, x, y, breaks)} />
      <path className="limit" d={stepPath(high, x, y, breaks)} />
      <path className="mean" d={stepPath(centre, x, y, breaks)} />
      {learnt && <Learnt learnt={learnt} lines={lines} frame={frame} paper={paper} />}
      <Starts lines={lines} frame={frame} paper={paper} />
      <path className="line line-ink" d={linePath(figures, x, y)} />
      <Dots look={look} frame={frame} />
      <MarkNumbers look={look} frame={frame} />
      <Ends
        ends={ends}
        frame={frame}
        paper={paper}
        isOnGround={lines.some(({ to }) => to !== undefined && to >= periods.length - 1)}
      />
      <Times periods={periods} frame={frame} width={paper.width} />
    </>
  )

  function padded([from, to]: readonly [number, number]): readonly [number, number] {
    // Room for a number above the highest mark.
    const air = (to - from) * 0.06
    const isShareOrCount = from >= 0 && from - air < 0
    return [isShareOrCount ? from : from - air, to + air]
  }
}

function Grounds({
  lines,
  frame: { top, base, x },
  count,
}: {
  lines: readonly ControlLine[]
  frame: Frame
  count: number
}) {
  return lines.map(({ key, at, to }) => {
    if (to === undefined) return null
    const [from, end] = [x(Math.max(0, at - 0.5)), x(Math.min(count - 1, to + 0.5))]
    return <rect key={key} className="during" x={place(from)} y={top} width={place(end - from)} height={base - top} />
  })
}

/** The upright line of each start with its words, on as many rows as they need, at most two. */
function Starts({ lines, frame, paper }: { lines: readonly ControlLine[]; frame: Frame; paper: Paper }) {
  const { top, base, x } = frame
  const rows: number[] = []
  return [...lines]
    .sort((a, b) => a.at - b.at)
    .map(({ key, at, text, isStrong }) => {
      const left0 = place(x(Math.max(0, at - 0.5)))
      const { words, width, start } = startText({ at, text, isStrong }, frame, paper)
      const free = rows.findIndex((end) => end + 10 <= start)
      const row = free === -1 ? rows.length : free
      const isSaid = row < 2
      if (isSaid) rows[row] = start + width
      return (
        <g key={key}>
          <line
            className={isStrong ? 'zero' : 'axis'}
            x1={left0}
            x2={left0}
            y1={top - (isSaid ? 10 + row * 16 : 4)}
            y2={base}
          />
          {isSaid && (
            <text className={isStrong ? 't-strong' : 't-faint'} x={place(start)} y={top - 6 - row * 16}>
              {words}
            </text>
          )}
        </g>
      )
    })
}

/** The words of a start: right of its line, or left of it where they would leave the paper. */
function startText({ at, text, isStrong }: Pick<ControlLine, 'at' | 'text' | 'isStrong'>, frame: Frame, paper: Paper) {
  const line = frame.x(Math.max(0, at - 0.5))
  const words = fitText(text, paper.narrow ? frame.right - frame.left : 260, isStrong)
  const width = textWidth(words, isStrong)
  const start = line + 6 + width <= paper.width ? line + 6 : line - 6 - width
  return { words, width, start: Math.max(0, start) }
}

/** A bracket above the figures: where the limits come from. */
function Learnt({
  learnt,
  lines,
  frame,
  paper,
}: {
  learnt: { from: number; to: number; text: string }
  lines: readonly ControlLine[]
  frame: Frame
  paper: Paper
}) {
  const { top, x } = frame
  const [from, to] = [place(x(learnt.from)), place(x(learnt.to))]
  const width = textWidth(learnt.text)
  const isFree = !lines.some((line) => {
    const begun = startText(line, frame, paper)
    return begun.start < from + width + 12 && begun.start + begun.width > from
  })
  const y = top + 4
  if (paper.narrow && to - from < width) return null
  return (
    <>
      <path className="axis-path" d={`M${from} ${y + 4}V${y}H${to}V${y + 4}`} />
      {isFree && (
        <text className="t-faint" x={from} y={top - 6}>
          {learnt.text}
        </text>
      )}
    </>
  )
}

function Dots({ look, frame: { x, y } }: { look: ControlLook; frame: Frame }) {
  const { figures, marks, hollow } = look
  const sideAt = new Map<number, ControlMark['side']>()
  // What is for the worse is drawn over what is for the better.
  for (const side of ['better', 'odd', 'worse'] as const)
    for (const mark of marks) if (mark.side === side) for (const at of mark.at) sideAt.set(at, side)
  const bare = new Set(figures.length > dotsMost ? loners(figures) : figures.keys())
  return figures.map((value, at) => {
    if (value === null) return null
    const side = sideAt.get(at)
    const [left, top] = [place(x(at)), place(y(value))]
    // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a dot is
    if (side) return <Sign key={at} side={side} x={left} y={top} />
    // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a dot is
    if (hollow.includes(at)) return <circle key={at} className="dot-hollow" cx={left} cy={top} r={3} />
    if (!bare.has(at)) return null
    // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a dot is
    return <circle key={at} className="dot-ink" cx={left} cy={top} r={2.5} />
  })
}

/** Shape and colour: a round green one is better, an amber diamond worse, an ink ring odd. */
export function Sign({ side, x, y, reach = 4 }: { side: ControlMark['side']; x: number; y: number; reach?: number }) {
  if (side === 'worse') return <path className="dot-amber" d={diamondPath(x, y, reach + 1.5)} />
  if (side === 'better') return <circle className="dot-better" cx={x} cy={y} r={reach} />
  return <circle className="dot-odd" cx={x} cy={y} r={reach - 0.5} />
}

/** A number at the middle member of each pattern, on the side where the line is not. */
function MarkNumbers({ look, frame }: { look: ControlLook; frame: Frame }) {
  const { figures, centre, marks } = look
  const { x, y, top, base } = frame
  const taken: { x: number; y: number }[] = []
  return marks.map(({ number, at }) => {
    const middle = at[Math.floor((at.length - 1) / 2)]
    if (middle === undefined) return null
    const near = at.filter((one) => Math.abs(one - middle) <= 1).flatMap((one) => figures[one] ?? [])
    const isAbove = (figures[middle] ?? 0) >= (centre[middle] ?? Number.NEGATIVE_INFINITY)
    const edge = isAbove ? Math.max(...near) : Math.min(...near)
    const left = place(x(middle))
    let height = isAbove ? Math.max(top + 8, y(edge) - 12) : Math.min(base - 4, y(edge) + 22)
    while (taken.some((one) => Math.abs(one.x - left) < 14 && Math.abs(one.y - height) < 13))
      height += isAbove ? -13 : 13
    taken.push({ x: left, y: height })
    return (
      <text key={number} className="t-strong t-halo" x={left} y={place(height)} textAnchor="middle">
        {number}
      </text>
    )
  })
}

interface End {
  key: string
  value: number
  text: string
  isStrong: boolean
  isLatest?: boolean
}

function endsOf({ figures, centre, low, high, say }: ControlLook): End[] {
  const ends: End[] = []
  const lastOf = (values: Values) => values.findLast((value) => value !== null)
  const [usual, lower, upper, latest] = [lastOf(centre), lastOf(low), lastOf(high), lastOf(figures)]
  if (upper != null) ends.push({ key: 'high', value: upper, text: say.limit(upper), isStrong: false })
  if (usual != null) ends.push({ key: 'usual', value: usual, text: say.usual(usual), isStrong: true })
  if (lower != null) ends.push({ key: 'low', value: lower, text: say.limit(lower), isStrong: false })
  if (latest != null)
    ends.push({ key: 'latest', value: latest, text: say.latest(latest), isStrong: false, isLatest: true })
  return ends
}

function Ends({
  ends,
  frame,
  paper,
  isOnGround,
}: {
  ends: readonly End[]
  frame: Frame
  paper: Paper
  isOnGround: boolean
}) {
  const { right, top, base, left, y } = frame
  if (paper.narrow)
    return ends
      .filter(({ isLatest }) => !isLatest)
      .map(({ key, value, text, isStrong }) => {
        const isUsual = key === 'usual'
        const look = `t-halo ${isStrong ? 't-strong' : ''} ${isUsual && isOnGround ? 'on-during' : ''}`
        return (
          <text
            key={key}
            className={look}
            x={isUsual ? right - 2 : left + 4}
            y={place(key === 'low' ? y(value) + 14 : y(value) - 5)}
            textAnchor={isUsual ? 'end' : 'start'}
          >
            {text}
          </text>
        )
      })
  const heights = spread(
    ends.map(({ value }) => y(value)),
    16,
    top,
    base,
  )
  return ends.map(({ key, text, isStrong }, index) => (
    <text key={key} className={isStrong ? 't-strong' : undefined} x={right + 10} y={place((heights[index] ?? 0) + 4)}>
      {text}
    </text>
  ))
}

function Times({ periods, frame: { base, x }, width }: { periods: readonly string[]; frame: Frame; width: number }) {
  const language = useLanguage()
  const places = periodTicks(periods, language).map(({ index, text }) => ({ x: place(x(index)), text }))
  const labels = (areUneven(periods) ? keepApart : thinOut)(places, 0, width)
  return (places.length > 60 ? labels : places).map((tick) => {
    const label = labels.find((one) => one.x === tick.x)
    return (
      <g key={tick.x}>
        <line className="axis" x1={tick.x} x2={tick.x} y1={base} y2={base + 5} />
        {label && (
          <text className="t-faint" x={label.x} y={base + 20} textAnchor={label.anchor}>
            {label.text}
          </text>
        )}
      </g>
    )
  })
}
