import { Checkbox } from '#design/Checkbox.tsx'
import { t } from '#platform/browser/language.ts'
import type { PlannedSite } from '../plan.ts'

interface SitesOutProps {
  sites: readonly PlannedSite[]
  out: readonly string[]
  onOut: (names: string[]) => void
  error: string | undefined
}

/** Which sites are taken out, by name: no site goes silently. */
export function SitesOut({ sites, out, onOut, error }: SitesOutProps) {
  return (
    <details className="numbers small" open={out.length > 0 || error !== undefined}>
      <summary>{t('plan.take-sites-out', { count: out.length })}</summary>
      {error && <p className="field-error">{error}</p>}
      <div className="stack" data-gap="1">
        {sites.map(({ name, treated }) => (
          <Checkbox
            key={name}
            label={`${name} (${t(treated ? 'sheet.with-change' : 'sheet.without-change')})`}
            checked={out.includes(name)}
            onChange={({ target }) => onOut(target.checked ? [...out, name] : out.filter((one) => one !== name))}
          />
        ))}
      </div>
    </details>
  )
}
