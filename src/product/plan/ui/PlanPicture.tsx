import { LineSeries } from '#design/charts/LineSeries.tsx'
import { OnOffStrips } from '#design/charts/OnOffStrips.tsx'
import { periodText } from '#design/charts/period.ts'
import { WaveStrips } from '#design/charts/WaveStrips.tsx'
import { Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { SheetSeries } from '#product/sheet/ui/SheetSeries.tsx'
import type { PlanPreview, PreviewOf } from '../plan-preview.ts'

interface PlanPictureProps<Preview = PlanPreview> {
  preview: Preview
  /** What is counted. */
  title: string
  unit: string | undefined
  windowLength: number
  carryOver: number
}

/** The raw figures as the design compares them: groups, waves, on and off, one series, or two arms. */
export function PlanPicture({ preview, ...props }: PlanPictureProps) {
  switch (preview.design) {
    case 'pilot':
      return <SheetSeries series={preview} title={props.title} unit={props.unit} />
    case 'staggered':
      return <Waves preview={preview} {...props} />
    case 'switchback':
      return <OnAndOff preview={preview} {...props} />
    case 'before-after':
      return <OneSeries preview={preview} {...props} />
    case 'split':
      return <Arms preview={preview} {...props} />
  }
}

/** Waves whose lines one picture bears. */
const wavesDrawn = 6

function Waves({ preview, title, unit }: PlanPictureProps<PreviewOf<'staggered'>>) {
  const { waves, periods, filled, places } = preview
  const nameOf = (label: string | null) => (label === null ? t('plan.wave-never') : t('plan.wave', { label }))
  const drawn = waves.slice(0, wavesDrawn)
  return (
    <>
      <LineSeries
        level={3}
        title={title}
        note={waves.length > drawn.length ? t('plan.waves-drawn', { drawn: drawn.length }) : undefined}
        sentence={t('plan.series-says', { first: periods[0] ?? '', last: periods.at(-1) ?? '' })}
        foot={t('sheet.filled', { filled, places })}
        periods={periods}
        lines={drawn.map(({ label, means }, at) => ({
          ...{ key: String(at), name: nameOf(label), means, sites: [] },
          stroke: label === null ? ('compare' as const) : ('change' as const),
        }))}
        unitText={unit}
      />
      <WaveStrips
        level={3}
        title={t('plan.waves')}
        sentence={t('plan.waves-say', { count: waves.length })}
        periods={periods}
        neverText={t('plan.wave-never')}
        waves={waves.map(({ start, label, count }) => ({ name: nameOf(label), since: start, sites: count }))}
        columns={[t('plan.wave-header'), t('plan.starts'), t('plan.body.sites')]}
      />
    </>
  )
}

function OnAndOff({ preview, title, unit, windowLength, carryOver }: PlanPictureProps<PreviewOf<'switchback'>>) {
  const { sites, periods, count, filled, places } = preview
  return (
    <OnOffStrips
      level={3}
      title={title}
      note={count > sites.length ? t('plan.sites-drawn-of', { drawn: sites.length, count }) : undefined}
      sentence={t('plan.on-off-says', { count })}
      foot={t('sheet.filled', { filled, places })}
      sites={sites}
      periods={periods}
      windowLength={Math.max(1, windowLength || 1)}
      carryOver={carryOver || 0}
      onText={t('sheet.with-change')}
      offText={t('sheet.without-change')}
      unitText={unit}
      columns={[t('design.period'), t('sheet.column.site'), t('sheet.column.on'), title]}
    />
  )
}

function OneSeries({ preview, title, unit }: PlanPictureProps<PreviewOf<'before-after'>>) {
  const language = useLanguage()
  const { periods, since, values, sites, filled, places } = preview
  const start = periods[since]
  return (
    <LineSeries
      level={3}
      title={title}
      sentence={t('plan.series-says', { first: periods[0] ?? '', last: periods.at(-1) ?? '' })}
      foot={t('sheet.filled', { filled, places })}
      periods={periods}
      lines={[
        {
          key: 'series',
          name: sites > 1 ? t('plan.places-together', { count: sites }) : t('plan.this-place'),
          stroke: 'change',
          means: values,
          sites: [],
        },
      ]}
      unitText={unit}
      change={
        start === undefined
          ? undefined
          : { from: since, text: t('sheet.change-starts', { period: periodText(start, language) }) }
      }
    />
  )
}

function Arms({ preview, title }: PlanPictureProps<PreviewOf<'split'>>) {
  const language = useLanguage()
  const { arms, otherArms, isPaired } = preview
  const count = (value: number) => formatNumber(value, language)
  return (
    <>
      <Table
        caption={t('plan.arms-read')}
        rows={arms}
        rowKey={({ name }) => name}
        columns={[
          { id: 'arm', header: t('sheet.column.arm'), names: true, cell: ({ name }) => name },
          {
            id: 'role',
            header: t('design.group'),
            cell: ({ isTreated }) => t(isTreated ? 'sheet.with-change' : 'sheet.without-change'),
          },
          { id: 'units', header: t('plan.units'), num: true, cell: ({ units }) => count(units) },
          { id: 'filled', header: t('plan.units-filled'), num: true, cell: ({ filled }) => count(filled) },
          {
            id: 'mean',
            header: title,
            num: true,
            cell: ({ mean }) => (mean === null ? t('design.missing') : formatNumber(mean, language, 4)),
          },
        ]}
      />
      {isPaired && <p className="small quiet">{t('plan.is-paired')}</p>}
      {otherArms.length > 0 && (
        <p className="small quiet">
          {t('plan.other-arms', { names: otherArms.map(({ name, units }) => `${name} (${count(units)})`).join(', ') })}
        </p>
      )}
    </>
  )
}
