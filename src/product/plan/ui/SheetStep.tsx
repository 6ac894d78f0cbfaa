import { Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import { type ColumnChoice, ColumnMap } from '#product/sheet/ui/ColumnMap.tsx'
import { guessedColumns } from '#product/sheet/ui/guessed-columns.ts'
import { SheetDrop } from '#product/sheet/ui/SheetDrop.tsx'
import { SheetLook } from '#product/sheet/ui/SheetLook.tsx'
import { SheetSeries } from '#product/sheet/ui/SheetSeries.tsx'
import { SheetWarnings } from '#product/sheet/ui/SheetWarnings.tsx'
import type { Preview } from '#product/sheet/ui/use-preview.ts'
import type { DoorTaken } from '#product/trial/ui/use-door.ts'
import type { DraftBody } from '../draft.ts'
import { WrongDoor } from './WrongDoor.tsx'

interface SheetStepProps {
  door: DoorTaken
  body: DraftBody
  sheet: Sheet | undefined
  metric: Metric | null
  reading: Preview
  onChange: (part: Partial<DraftBody>) => void
  errorOf: (pointer: string) => string | undefined
}

/** The table, which column says what, what is doubtful in it, and how its figures look. */
export function SheetStep(props: SheetStepProps) {
  const { body, sheet, reading, onChange, errorOf } = props

  function take(next: Sheet): void {
    const { columns, since } = guessedColumns(next.description)
    // A mended table of the same shape keeps every choice.
    if (fits(body.columns, next)) onChange({ sheetId: next.id })
    else onChange({ sheetId: next.id, columns, since: since || body.since, guardrails: [] })
  }

  return (
    <Stack gap="3">
      <SheetDrop label={t('plan.sheet')} chosen={sheet?.name} onSheet={take} />
      {sheet && (
        <>
          <SheetLook sheet={sheet} onSheet={take} />
          <ColumnMap
            description={sheet.description}
            columns={body.columns}
            since={body.since}
            onColumns={(columns) => onChange({ columns })}
            onSince={(since) => onChange({ since })}
            doubts={reading.preview?.doubts ?? []}
            errorOf={errorOf}
          />
          <WhatWasRead {...props} sheet={sheet} />
        </>
      )}
    </Stack>
  )
}

function WhatWasRead({ door, body, sheet, metric, reading }: SheetStepProps & { sheet: Sheet }) {
  const { preview, error, isReading } = reading
  if (error)
    return (
      <Notice tone="bad" live="polite" title={t('plan.cannot-read')}>
        <p>{error.problem.detail}</p>
      </Notice>
    )
  if (isReading && !preview) return <Loading text={t('plan.reading')} />
  if (!preview) {
    // Until every column is chosen nobody has looked at the figures: that nothing is doubtful would be too early to say.
    const { doubts } = sheet.description
    return doubts.length > 0 ? <SheetWarnings doubts={doubts} /> : null
  }
  // Whoever plans first knows that there are no outcomes yet.
  const doubts = preview.doubts.filter(({ code }) => door.door === 'look-back' || code !== 'since-after-all')
  return (
    <>
      <SheetWarnings doubts={doubts} holes={{ ...preview, column: body.columns.value }} />
      <WrongDoor door={door} preview={preview} />
      <SheetSeries series={preview} title={metric?.name ?? body.columns.value ?? ''} unit={metric?.unit} />
    </>
  )
}

/** Whether a sheet has every column that was chosen, and at least one was. */
function fits({ site, period, value, treated }: ColumnChoice, { description }: Sheet): boolean {
  const names = new Set(description.columns.map(({ name }) => name))
  const chosen = [site, period, value, treated.column].filter((column) => column !== null)
  return chosen.length > 0 && chosen.every((column) => names.has(column))
}
