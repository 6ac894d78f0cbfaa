import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Reading, Sheet, SheetDoubt } from '../sheet.ts'
import { sheetApi } from '../sheet-api.ts'

interface OtherReadingsProps {
  sheet: Sheet
  onSheet: (sheet: Sheet) => void
}

/** What was put right in the table, and so can be left as it was. */
const changes: ReadonlySet<SheetDoubt['code']> = new Set(['turned', 'filled-down', 'serial-dates', 'total-rows'])

/** Another tab of the workbook, the rows as they stand, or one column for each period turned into rows. */
export function OtherReadings({ sheet, onSheet }: OtherReadingsProps) {
  const again = useAction(sheetApi.readAgain)
  const { tabs, tab, isWide, doubts } = sheet.description
  const isChanged = doubts.some(({ code }) => changes.has(code))

  async function read(reading: Partial<Reading>): Promise<void> {
    const made = await again.run({ id: sheet.id, tab, layout: 'as-found', ...reading })
    if (made) onSheet(made)
  }

  return (
    <Stack gap="2">
      {tabs.length > 1 && (
        <Field label={t('sheet.tab')}>
          <Select
            value={tab ?? ''}
            disabled={again.isBusy}
            onChange={(event) => void read({ tab: event.target.value })}
            options={tabs.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? t('sheet.tab-hidden', { name }) : name,
            }))}
          />
        </Field>
      )}
      {isWide && (
        <Notice tone="warn" title={t('sheet.is-wide')}>
          <p>{t('sheet.is-wide-help')}</p>
          <Button small busy={again.isBusy} onPress={() => void read({ layout: 'turned' })}>
            {t('sheet.turn')}
          </Button>
        </Notice>
      )}
      {(isChanged || sheet.reading.layout === 'as-is') && (
        <Row>
          <Button
            small
            variant="plain"
            busy={again.isBusy}
            onPress={() => void read({ layout: isChanged ? 'as-is' : 'as-found' })}
          >
            {t(isChanged ? 'sheet.as-is' : 'sheet.put-right')}
          </Button>
        </Row>
      )}
      <ProblemNotice error={again.error} />
    </Stack>
  )
}
