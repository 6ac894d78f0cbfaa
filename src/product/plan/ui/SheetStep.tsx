import { Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import { ColumnMap } from '#product/sheet/ui/ColumnMap.tsx'
import { columnIn } from '#product/sheet/ui/column-choice.ts'
import { guessedColumns } from '#product/sheet/ui/guessed-columns.ts'
import { SheetDrop } from '#product/sheet/ui/SheetDrop.tsx'
import { SheetLook } from '#product/sheet/ui/SheetLook.tsx'
import { SheetWarnings } from '#product/sheet/ui/SheetWarnings.tsx'
import type { Design } from '#product/trial/trial.ts'
import type { DoorTaken } from '#product/trial/ui/use-door.ts'
import type { DraftBody } from '../draft.ts'
import { columnParts, hasSince } from './column-parts.ts'
import { DesignParts } from './DesignParts.tsx'
import { PlanPicture } from './PlanPicture.tsx'
import type { Reading } from './use-plan-preview.ts'
import { WrongDoor } from './WrongDoor.tsx'

interface SheetStepProps {
  door: DoorTaken
  design: Design
  body: DraftBody
  sheet: Sheet | undefined
  metric: Metric | null
  reading: Reading
  onChange: (part: Partial<DraftBody>) => void
  errorOf: (pointer: string) => string | undefined
}

/** The table, which column says what, what is doubtful in it, and how its figures look. */
export function SheetStep(props: SheetStepProps) {
  const { design, body, sheet, metric, reading, onChange, errorOf } = props

  function take(next: Sheet): void {
    const { columns, since } = guessedFor(design, next)
    // A mended table of the same shape keeps every choice.
    if (fits(design, body, next)) onChange({ sheetId: next.id })
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
            parts={columnParts[design]}
            since={hasSince(design) ? body.since : null}
            onColumns={(columns) => onChange({ columns })}
            onSince={(since) => onChange({ since })}
            doubts={reading.read?.doubts ?? []}
            errorOf={errorOf}
          />
          <DesignParts {...{ design, body, onChange, errorOf }} kind={metric?.kind} description={sheet.description} />
          <WhatWasRead {...props} sheet={sheet} />
        </>
      )}
    </Stack>
  )
}

type ReadProps = Pick<SheetStepProps, 'door' | 'body' | 'metric' | 'reading'> & { sheet: Sheet }

/** What is doubtful in a table, and how its figures look. */
export function WhatWasRead({ door, body, sheet, metric, reading }: ReadProps) {
  const { read, error, isReading } = reading
  if (error)
    return (
      <Notice tone="bad" live="polite" title={t('plan.cannot-read')}>
        <p>{error.problem.detail}</p>
      </Notice>
    )
  if (isReading && !read) return <Loading text={t('plan.reading')} />
  if (!read) {
    // Until every column is chosen nobody has looked at the figures: that nothing is doubtful would be too early to say.
    const { doubts } = sheet.description
    return doubts.length > 0 ? <SheetWarnings doubts={doubts} /> : null
  }
  // Whoever plans first knows that there are no outcomes yet.
  const doubts = read.doubts.filter(({ code }) => door.door === 'look-back' || code !== 'since-after-all')
  const { preview, times } = read
  const column = body.columns.value
  return (
    <>
      <SheetWarnings doubts={doubts} holes={preview.design === 'pilot' ? { ...preview, column } : undefined} />
      <WrongDoor door={door} times={times} />
      <PlanPicture
        preview={preview}
        title={metric?.name ?? column ?? ''}
        unit={metric?.unit}
        windowLength={body.windowLength}
        carryOver={body.carryOver}
      />
    </>
  )
}

/** The guesses; where one place is usual, a column of numbers is hardly the name of several. */
function guessedFor(design: Design, { description }: Sheet): ReturnType<typeof guessedColumns> {
  const guessed = guessedColumns(description)
  const mayLack = columnParts[design].some(({ part, isOptional }) => part === 'site' && isOptional)
  const kind = description.columns.find(({ name }) => name === guessed.columns.site)?.kind
  return mayLack && kind !== 'text' ? { ...guessed, columns: { ...guessed.columns, site: null } } : guessed
}

/** Whether a sheet has every column that was chosen, and at least one was. */
function fits(design: Design, { columns }: DraftBody, { description }: Sheet): boolean {
  const names = new Set(description.columns.map(({ name }) => name))
  const chosen = columnParts[design].flatMap(({ part }) => columnIn(columns, part) ?? [])
  return chosen.length > 0 && chosen.every((column) => names.has(column))
}
