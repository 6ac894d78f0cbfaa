import { Checkbox } from '#design/Checkbox.tsx'
import { t } from '#platform/browser/language.ts'
import type { PlanBody } from '../plan-body.ts'
import { groupsIn } from './groups-in.ts'

interface SitesOutProps {
  body: PlanBody
  out: readonly string[]
  onOut: (names: string[]) => void
  error: string | undefined
}

/** Which sites are taken out, by name: no site goes silently. */
export function SitesOut({ body, out, onOut, error }: SitesOutProps) {
  const sites = body.design === 'switchback' ? body.sites.map(({ name }) => ({ name, title: name })) : sitesIn(body)
  if (sites.length < 2) return null
  return (
    <details className="numbers small" open={out.length > 0 || error !== undefined}>
      <summary>{t('plan.take-sites-out', { count: out.length })}</summary>
      {error && <p className="field-error">{error}</p>}
      <div className="stack" data-gap="1">
        {sites.map(({ name, title }) => (
          <Checkbox
            key={name}
            label={title === name ? name : `${name} (${title})`}
            checked={out.includes(name)}
            onChange={({ target }) => onOut(target.checked ? [...out, name] : out.filter((one) => one !== name))}
          />
        ))}
      </div>
    </details>
  )
}

function sitesIn(body: PlanBody): { name: string; title: string }[] {
  return groupsIn(body).flatMap(({ title, names }) => names.map((name) => ({ name, title })))
}
