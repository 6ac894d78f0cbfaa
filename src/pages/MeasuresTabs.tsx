import { Tabs } from '#design/Tabs.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, usePath } from '#platform/browser/router.tsx'

/** The pages about measuring, side by side. */
export function MeasuresTabs() {
  const addressOf = useAddress()
  const path = usePath()
  const tabs = [
    { path: '/measures', label: t('measurement.tab.measures') },
    { path: '/measures/sites', label: t('measurement.tab.sites') },
    { path: '/measures/enter', label: t('measurement.tab.enter') },
  ]
  return (
    <Tabs
      label={t('frame.measures')}
      tabs={tabs.map(({ path: to, label }) => ({ href: addressOf(to), label, current: path === to }))}
    />
  )
}
