import { Facts } from '#design/Facts.tsx'
import { t } from '#platform/browser/language.ts'
import type { Workspace } from '../workspace.ts'
import { currencyOptions, languageOptions } from './options.ts'
import { weekdayName } from './weekday-name.ts'

/** The settings, for somebody who may not change them. */
export function SettingsRead({ workspace }: { workspace: Workspace }) {
  const { name, language, currency, timeZone, weekStart, workingDays } = workspace
  return (
    <Facts
      terms
      facts={[
        { term: t('workspace.name'), value: name },
        { term: t('workspace.language'), value: languageOptions().find(({ value }) => value === language)?.label },
        { term: t('workspace.currency'), value: currencyOptions().find(({ value }) => value === currency)?.label },
        { term: t('workspace.time-zone'), value: timeZone },
        { term: t('workspace.week-start'), value: weekdayName(weekStart) },
        { term: t('workspace.working-days'), value: workingDays.map(weekdayName).join(', ') },
      ]}
    />
  )
}
