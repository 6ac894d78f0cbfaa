import { useState } from 'react'
import { Empty } from '#design/Empty.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Site } from '#product/site/site.ts'
import { siteApi } from '#product/site/site-api.ts'
import { AddSites } from '#product/site/ui/AddSites.tsx'
import { SiteDialog } from '#product/site/ui/SiteDialog.tsx'
import { SiteRows } from '#product/site/ui/SiteRows.tsx'
import { MeasuresTabs } from './MeasuresTabs.tsx'

/** The places that figures belong to. */
export function MeasureSitesPage() {
  const sites = useEndpoint(siteApi.list, {})
  const may = useMay()
  const [changing, setChanging] = useState<Site | null>(null)
  const add = may('site.manage') && <AddSites primary />
  const hasSites = (sites.data?.length ?? 0) > 0
  return (
    <Page
      title={t('frame.measures')}
      tabTitle={t('site.all')}
      tabs={<MeasuresTabs />}
      lead={t('site.lead')}
      actions={hasSites && add}
    >
      <Section title={t('site.all')} titleHidden>
        <ProblemNotice error={sites.error} />
        {!sites.data && !sites.error && <Skeleton lines={4} />}
        {sites.data?.length === 0 && (
          <Empty title={t('site.empty')} action={add}>
            {t('site.empty-help')} {!add && t('site.empty-ask')}
          </Empty>
        )}
        {hasSites && <SiteRows sites={sites.data ?? []} onChange={setChanging} />}
      </Section>
      {changing && <SiteDialog site={changing} onClose={() => setChanging(null)} />}
    </Page>
  )
}
