import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { EnterFigure } from '#product/measurement/ui/EnterFigure.tsx'
import { MeasuresTabs } from './MeasuresTabs.tsx'

/** One number, from where it is made. */
export function MeasureEnterPage() {
  const may = useMay()
  return (
    <Page title={t('frame.measures')} tabTitle={t('measurement.tab.enter')} tabs={<MeasuresTabs />}>
      <Section title={t('measurement.tab.enter')} titleHidden>
        {may('measurement.add') ? <EnterFigure /> : <p className="quiet">{t('measurement.viewer')}</p>}
      </Section>
    </Page>
  )
}
