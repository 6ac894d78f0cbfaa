import { Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import { type ColumnChoice, ColumnMap } from '#product/sheet/ui/ColumnMap.tsx'
import { guessedColumns } from '#product/sheet/ui/guessed-columns.ts'
import { SheetDrop } from '#product/sheet/ui/SheetDrop.tsx'
import { SheetLook } from '#product/sheet/ui/SheetLook.tsx'
import { SheetWarnings } from '#product/sheet/ui/SheetWarnings.tsx'
import type { Preview } from '#product/sheet/ui/use-preview.ts'
import type { DraftBody } from '../draft.ts'

interface SheetStepProps {
  body: DraftBody
  sheet: Sheet | undefined
  reading: Preview
  onChange: (part: Partial<DraftBody>) => void
  errorOf: (pointer: string) => string | undefined
}

/** The table, which column says what, and what is doubtful in it. */
export function SheetStep({ body, sheet, reading, onChange, errorOf }: SheetStepProps) {
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
          <SheetLook sheet={sheet} />
          {sheet.description.isWide && (
            <Notice tone="warn" title={t('plan.is-wide')}>
              <p>{t('plan.is-wide-help')}</p>
            </Notice>
          )}
          <ColumnMap
            description={sheet.description}
            columns={body.columns}
            since={body.since}
            onColumns={(columns) => onChange({ columns })}
            onSince={(since) => onChange({ since })}
            doubts={reading.preview?.doubts ?? []}
            errorOf={errorOf}
          />
          {reading.error && (
            <Notice tone="bad" live="polite" title={t('plan.cannot-read')}>
              <p>{reading.error.problem.detail}</p>
            </Notice>
          )}
          {!reading.error && <SheetWarnings doubts={reading.preview?.doubts ?? sheet.description.doubts} />}
        </>
      )}
    </Stack>
  )
}

/** Whether a sheet has every column that was chosen, and at least one was. */
function fits({ site, period, value, treated }: ColumnChoice, { description }: Sheet): boolean {
  const names = new Set(description.columns.map(({ name }) => name))
  const chosen = [site, period, value, treated.column].filter((column) => column !== null)
  return chosen.length > 0 && chosen.every((column) => names.has(column))
}
