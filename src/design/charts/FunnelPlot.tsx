import { formatNumber } from '#platform/anywhere/format.ts'
import { useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps, type Numbers } from './Chart.tsx'
import { fitText, textWidth, thinOut } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { extent, linear, roundTicks, type Scale, tickText } from './scale.ts'
import { place } from './series.ts'
import { diamondPath } from './steps.ts'

export interface FunnelDot {
  key: string
  name: string
  size: number
  value: number
  /** Beyond the outer limits, and its words: "Maple, 7.7". */
  outsideText: string | null
}

export interface FunnelLimits {
  size: number
  low: number
  high: number
  farLow: number
  farHigh: number
}

export interface FunnelPlotProps extends ChartProps {
  dots: readonly FunnelDot[]
  curve: readonly FunnelLimits[]
  target: number
  /** At the end of its line: "all sites 4.2". */
  targetText: string
  limitText: string
  unitText: string
  /** Below the axis of sizes. */
  sizeText: string
  numbers: Numbers
}

/** Sites by size against the limits that each size deserves. */
export function FunnelPlot(props: FunnelPlotProps) {
  const { title, note, sentence, foot, tools, level, numbers } = props
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={heightOf}>
        {(paper) => <Drawing {...props} paper={paper} />}
      </Plot>
    </Chart>
  )
}

function heightOf({ narrow }: Paper): number {
  return narrow ? 300 : 330
}

function Drawing({
  paper,
  dots,
  curve,
  target,
  targetText,
  limitText,
  unitText,
  sizeText,
}: FunnelPlotProps & { paper: Paper }) {
  const language = useLanguage()
  const values = [
    ...dots.map(({ value }) => value),
    ...curve.flatMap(({ low, high }) => [low, high]),
    curve.at(-1)?.farHigh ?? target,
    curve.at(-1)?.farLow ?? target,
  ]
  const upright = roundTicks(extent(values) ?? [0, 1], 4)
  const words = upright.at.map((value) => ({ value, text: tickText(value, upright.step, language) }))
  const left = Math.ceil(Math.max(...words.map(({ text }) => textWidth(text)))) + 14
  const room = paper.narrow ? 4 : Math.max(textWidth(targetText, true), textWidth(limitText)) + 18
  const [right, top, base] = [paper.width - room, 28, heightOf(paper) - 54]
  const sizes = extent(curve.map(({ size }) => size)) ?? [0, 1]
  const x = linear(sizes, [left, right])
  // Limits of very small sites run out of the picture: they end at its edge.
  const inside = linear(upright.domain, [base, top])
  const y: Scale = (value) => Math.max(top, Math.min(base, inside(value)))
  const line = (of: (limits: FunnelLimits) => number) =>
    curve.map((limits) => `${place(x(limits.size))} ${place(y(of(limits)))}`).join('L')
  const far = curve.at(-1)
  const sizeTicks = roundTicks(sizes, paper.narrow ? 3 : 5).at.filter((size) => size >= sizes[0] && size <= sizes[1])
  const labels = thinOut(
    sizeTicks.map((size) => ({ x: place(x(size)), text: formatNumber(size, language) })),
    left,
    right,
  )
  return (
    <>
      <path
        className="during"
        d={`M${line(({ high }) => high)}L${[...curve]
          .reverse()
          .map(({ size, low }) => `${place(x(size))} ${place(y(low))}`)
          .join('L')}Z`}
      />
      {words.map(({ value, text }, index) => (
        <g key={value}>
          <text className="t-faint" x={left - 8} y={place(inside(value)) + 4} textAnchor="end">
            {text}
          </text>
          <line
            className={index === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={right}
            y1={place(inside(value))}
            y2={place(inside(value))}
          />
        </g>
      ))}
      <text className="t-faint" x={paper.narrow ? 0 : left} y={14}>
        {unitText}
      </text>
      <path className="limit" d={`M${line(({ farHigh }) => farHigh)}`} />
      <path className="limit" d={`M${line(({ farLow }) => farLow)}`} />
      <line className="mean" x1={left} x2={right} y1={place(y(target))} y2={place(y(target))} />
      <Names dots={dots} x={x} y={y} right={right} paper={paper} />
      {!paper.narrow && (
        <>
          <text className="t-strong" x={right + 10} y={place(y(target)) + 4}>
            {targetText}
          </text>
          {far && Math.abs(y(far.farHigh) - y(target)) > 16 && (
            <text x={right + 10} y={place(y(far.farHigh)) + 4}>
              {limitText}
            </text>
          )}
        </>
      )}
      {labels.map((label) => (
        <g key={label.x}>
          <line className="axis" x1={label.x} x2={label.x} y1={base} y2={base + 5} />
          <text className="t-faint" x={label.x} y={base + 20} textAnchor={label.anchor}>
            {label.text}
          </text>
        </g>
      ))}
      <text className="t-faint" x={right} y={base + 40} textAnchor="end">
        {sizeText}
      </text>
    </>
  )
}

/** Every site is a dot; those outside are named, the others where their name touches nothing. */
function Names({
  dots,
  x,
  y,
  right,
  paper,
}: {
  dots: readonly FunnelDot[]
  x: Scale
  y: Scale
  right: number
  paper: Paper
}) {
  const taken = dots.map(({ size, value }) => ({ from: x(size) - 5, to: x(size) + 5, y: y(value) }))
  const order = [...dots].sort((a, b) => Number(b.outsideText !== null) - Number(a.outsideText !== null))
  return order.map(({ key, name, size, value, outsideText }) => {
    const [left, height] = [place(x(size)), place(y(value))]
    const words = outsideText ?? fitText(name, 120)
    const width = textWidth(words, outsideText !== null)
    const isLeft = left + 9 + width > right
    const [from, to] = isLeft ? [left - 9 - width, left - 9] : [left + 9, left + 9 + width]
    const isFree = !taken.some((one) => one.from < to && one.to > from && Math.abs(one.y - height) < 13)
    const isNamed = outsideText !== null || (!paper.narrow && isFree)
    if (isNamed) taken.push({ from, to, y: height })
    return (
      <g key={key}>
        {outsideText === null ? (
          <circle className="dot-ink" cx={left} cy={height} r={dots.length > 100 ? 2.5 : 4} />
        ) : (
          <path className="dot-amber" d={diamondPath(left, height, 6)} />
        )}
        {isNamed && (
          <text
            className={outsideText === null ? 't-faint t-halo' : 't-amber t-halo'}
            x={isLeft ? to : from}
            y={height + 4}
            textAnchor={isLeft ? 'end' : 'start'}
          >
            {words}
          </text>
        )}
      </g>
    )
  })
}
