import { t } from '#platform/browser/language.ts'
import type { PlanBody } from '../plan-body.ts'

/** The sites of a plan in their groups: with and without the change, waves, or each with its schedule. */
export function groupsIn(body: PlanBody): { title: string; names: string[] }[] {
  switch (body.design) {
    case 'pilot':
      return grouped(body.sites, ({ treated }) => t(treated ? 'sheet.with-change' : 'sheet.without-change'))
    case 'staggered':
      return grouped(body.sites, ({ start }) =>
        start === null ? t('plan.wave-never') : t('plan.wave', { label: start }),
      )
    case 'switchback':
      return body.sites.map(({ name, on }) => ({
        title: name || t('plan.this-place'),
        names: on.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)),
      }))
    case 'before-after':
      return grouped(body.sites, () => t('plan.body.sites'))
    case 'split':
      return []
  }
}

function grouped<Site extends { name: string }>(sites: readonly Site[], titleOf: (site: Site) => string) {
  const groups = new Map<string, string[]>()
  for (const site of sites) {
    const title = titleOf(site)
    groups.set(title, [...(groups.get(title) ?? []), site.name])
  }
  return [...groups].map(([title, names]) => ({ title, names }))
}
