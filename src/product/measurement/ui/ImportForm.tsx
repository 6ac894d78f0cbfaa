import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Stack } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import { SheetDrop } from '#product/sheet/ui/SheetDrop.tsx'
import { SheetLook } from '#product/sheet/ui/SheetLook.tsx'
import type { Site } from '#product/site/site.ts'
import { measurementApi } from '../measurement-api.ts'
import { ColumnFields } from './ColumnFields.tsx'
import { type ColumnsChosen, columnsGuessed, columnsWhole } from './columns-guessed.ts'
import { ImportLook } from './ImportLook.tsx'
import { useImportPreview } from './use-import-preview.ts'

interface ImportFormProps {
  metric: Metric
  onDone: (answer: { counts: Record<'added' | 'unchanged' | 'corrected' | 'refused', number> | null }) => void
}

/** Figures from a table: which column says what, what would happen, and only then the act. */
export function ImportForm({ metric, onDone }: ImportFormProps) {
  const may = useMay()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [columns, setColumns] = useState<ColumnsChosen | null>(null)
  const [newSites, setNewSites] = useState<Site['kind'] | null>(null)
  const store = useAction(measurementApi.import)
  const whole = columns && columnsWhole(columns, metric)
  const reading = useImportPreview(metric.id, sheet?.id ?? null, whole, newSites)
  const { preview, error } = reading

  function take(next: Sheet): void {
    setSheet(next)
    setColumns(columnsGuessed(next.description, metric))
    setNewSites(null)
    store.reset()
  }

  async function save(): Promise<void> {
    if (!sheet || !whole) return
    const answer = await store.run({ id: metric.id, sheetId: sheet.id, columns: whole, newSites })
    if (answer) onDone({ counts: answer.import })
  }

  const isAnything = preview !== undefined && preview.added + preview.unchanged + preview.corrected > 0
  return (
    <Stack gap="3">
      <SheetDrop label={t('measurement.table')} chosen={sheet?.name} onSheet={take} />
      {sheet && columns && (
        <>
          <SheetLook sheet={sheet} onSheet={take} />
          <ColumnFields
            description={sheet.description}
            metric={metric}
            columns={columns}
            onColumns={setColumns}
            unsure={preview?.unsure ?? { date: null, number: null }}
            errorOf={(pointer) => error?.field(pointer) ?? store.error?.field(pointer)}
          />
          <Section title={t('measurement.what-happens')}>
            <ImportLook
              metric={metric}
              reading={reading}
              isWhole={whole !== null}
              newSites={newSites}
              onNewSites={may('site.manage') ? setNewSites : null}
              failed={store.error}
            />
          </Section>
          <div>
            <Button variant="primary" busy={store.isBusy} disabled={!isAnything} onPress={() => void save()}>
              {t('measurement.store', { count: (preview?.added ?? 0) + (preview?.corrected ?? 0) })}
            </Button>
          </div>
        </>
      )}
    </Stack>
  )
}
