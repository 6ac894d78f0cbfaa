import { List, ListItem } from '#design/List.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { planApi, type TrialSheetShown } from '../plan-api.ts'

/** The tables that a trial is measured on, in the order they came. */
export function TrialSheets({ trial }: { trial: TrialShown }) {
  const { data: sheets, error } = useEndpoint(planApi.sheets, { id: trial.id })
  if (error) return <ProblemNotice error={error} />
  if (!sheets) return null
  return (
    <Section title={t('plan.sheets')} lead={sheets.length > 1 ? t('plan.later-wins') : undefined}>
      <List>
        {sheets.map((sheet) => (
          <SheetLine key={sheet.sheetId} sheet={sheet} />
        ))}
      </List>
    </Section>
  )
}

function SheetLine({ sheet }: { sheet: TrialSheetShown }) {
  const language = useLanguage()
  const { timeZone } = useMyself().workspace
  const { name, rows, sites, firstPeriod, lastPeriod, hasOutcomes, addedByName, addedAt } = sheet
  return (
    <ListItem
      title={name}
      detail={t(firstPeriod === '' ? 'plan.sheet-holds-units' : 'plan.sheet-holds', {
        rows: formatNumber(rows, language),
        sites,
        first: firstPeriod,
        last: lastPeriod,
      })}
      meta={
        <>
          {t(hasOutcomes ? 'plan.sheet-outcomes' : 'plan.sheet-history')} {addedByName},{' '}
          <InstantText at={addedAt} timeZone={timeZone} />
        </>
      }
    />
  )
}
