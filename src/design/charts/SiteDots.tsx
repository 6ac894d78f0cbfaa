import { useState } from 'react'
import type { Language } from '#platform/anywhere/message.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Button } from '../Button.tsx'
import { Chart, type ChartProps } from './Chart.tsx'
import { fitText, textWidth } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { decimalsOf, extent, fixedText, linear, roundTicks, type Scale, tickText } from './scale.ts'
import { place } from './series.ts'
import { moved, type SiteGroup, type SiteRow, siteGroups } from './site-rows.ts'

export interface SiteDotsProps extends ChartProps {
  sites: readonly SiteRow[]
  /** Names of the two groups, in the numbers. */
  changedName: string
  comparedName: string
  better: 'higher' | 'lower'
  /** Behind the first number of the scale: "h". */
  unit?: string | undefined
  /** Heads the names in the numbers: "Ward". */
  siteHeader?: string | undefined
}

const most = 40
const rowHeight = 24
const groupGap = 12
const firstRow = 34

/** Every site before (open dot) and after (full dot), those with the change first; of more than 40 the ends of each group. */
export function SiteDots(props: SiteDotsProps) {
  const { title, note, sentence, foot, tools, level, sites, better } = props
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const groups = siteGroups(sites, better, all ? Infinity : most)
  const decimals = decimalsOf(sites.map(moved))
  const fine = decimalsOf(sites.flatMap((site) => [site.before, site.after])) + 1
  const names = { change: props.changedName, compare: props.comparedName }
  const numbers = {
    columns: [
      props.siteHeader ?? t('design.site'),
      t('design.group'),
      t('design.before'),
      t('design.after'),
      t('design.change'),
    ],
    rows: siteGroups(sites, better).flatMap(({ rows }) =>
      rows.map((row) => [
        row.name,
        names[row.group],
        ...[row.before, row.after].map((value) =>
          value === null ? t('design.missing') : fixedText(value, fine, language),
        ),
        signed(moved(row), decimals, language),
      ]),
    ),
  }
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={() => heightOf(groups)}>
        {(paper) => <Dots paper={paper} groups={groups} unit={props.unit} decimals={decimals} language={language} />}
      </Plot>
      {sites.length > most && (
        <Button small variant="plain" onPress={() => setAll(!all)}>
          {all ? t('design.show-fewer') : t('design.show-all', { count: sites.length })}
        </Button>
      )}
    </Chart>
  )
}

/** Rows from top to bottom: the sites, and a line of words where some were left out. */
type Place = { key: string; y: number } & ({ row: SiteRow } | { hidden: number })

function placesOf(groups: readonly SiteGroup[]): Place[] {
  let y = firstRow
  return groups.flatMap(({ group, rows, hidden, hiddenAfter }, index) => {
    if (index > 0) y += groupGap
    return rows.flatMap((row, at): Place[] => {
      const here: Place[] = []
      if (hidden > 0 && at === hiddenAfter) {
        here.push({ key: `${group}-hidden`, y, hidden })
        y += rowHeight
      }
      here.push({ key: `${group}-${at}-${row.name}`, y, row })
      y += rowHeight
      return here
    })
  })
}

function heightOf(groups: readonly SiteGroup[]): number {
  return (placesOf(groups).at(-1)?.y ?? firstRow) + rowHeight
}

interface DotsProps {
  paper: Paper
  groups: readonly SiteGroup[]
  unit: string | undefined
  decimals: number
  language: Language
}

function Dots({ paper, groups, unit, decimals, language }: DotsProps) {
  const places = placesOf(groups)
  const rows = groups.flatMap((group) => group.rows)
  const nameRoom = Math.min(paper.width * 0.3, Math.max(40, ...rows.map((row) => textWidth(row.name, true)))) + 16
  const span = extent(rows.flatMap((row) => [row.before, row.after])) ?? [0, 1]
  const ticks = roundTicks(span, paper.width < 700 ? 4 : 8)
  const x = linear(ticks.domain, [nameRoom + 4, paper.width - 60])
  const foot = heightOf(groups) - 10
  return (
    <>
      {ticks.at.map((value, index) => (
        <g key={value}>
          <line className="grid" x1={place(x(value))} x2={place(x(value))} y1={20} y2={foot} />
          <text className="t-faint" x={place(x(value))} y={14} textAnchor="middle">
            {tickText(value, ticks.step, language)}
            {index === 0 && unit ? ` ${unit}` : ''}
          </text>
        </g>
      ))}
      {places.map((at) =>
        'row' in at ? (
          <SiteLine
            key={at.key}
            row={at.row}
            y={at.y}
            x={x}
            nameRoom={nameRoom - 16}
            end={paper.width}
            decimals={decimals}
            language={language}
          />
        ) : (
          <text key={at.key} className="t-faint" x={0} y={at.y + 4}>
            {t('design.rows-hidden', { count: at.hidden })}
          </text>
        ),
      )}
    </>
  )
}

interface SiteLineProps {
  row: SiteRow
  y: number
  x: Scale
  nameRoom: number
  end: number
  decimals: number
  language: Language
}

function SiteLine({ row, y, x, nameRoom, end, decimals, language }: SiteLineProps) {
  const { name, group, before, after } = row
  const strong = group === 'change'
  return (
    <>
      <text className={strong ? 't-strong' : undefined} x={0} y={y + 4}>
        {fitText(name, nameRoom, strong)}
      </text>
      {before !== null && after !== null && (
        <line className={`line line-${group}`} x1={place(x(before))} x2={place(x(after))} y1={y} y2={y} />
      )}
      {before !== null && <circle className={`open-${group}`} cx={place(x(before))} cy={y} r={3.5} />}
      {after !== null && <circle className={`dot-${group}`} cx={place(x(after))} cy={y} r={4} />}
      <text x={end} y={y + 4} textAnchor="end">
        {signed(moved(row), decimals, language)}
      </text>
    </>
  )
}

function signed(value: number | null, decimals: number, language: Language): string {
  return value === null ? t('design.missing') : fixedText(value, decimals, language, true)
}
