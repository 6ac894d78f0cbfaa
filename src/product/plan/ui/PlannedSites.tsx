import { t } from '#platform/browser/language.ts'
import type { PlannedSite } from '../plan.ts'

/** Every site by name, in its group; folded, for there may be hundreds. */
export function PlannedSites({ sites }: { sites: readonly PlannedSite[] }) {
  return (
    <details className="numbers small">
      <summary>{t('plan.show-sites', { count: sites.length })}</summary>
      {([true, false] as const).map((treated) => (
        <p key={String(treated)} className="small">
          <strong>{t(treated ? 'sheet.with-change' : 'sheet.without-change')}</strong>{' '}
          {sites
            .filter((site) => site.treated === treated)
            .map(({ name }) => name)
            .join(', ')}
        </p>
      ))}
    </details>
  )
}
