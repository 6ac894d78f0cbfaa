import { Facts } from '#design/Facts.tsx'
import { Card } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { formatMoney, formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Amount, Outlook } from '../outlook.ts'
import { useOutlookText } from './use-outlook-text.ts'

interface IfWeAreWrongProps {
  outlook: Outlook
  unit: string
  /** The workspace's currency. */
  currency: string
}

/** What it costs to be wrong, either way: in money where one unit has a worth. */
export function IfWeAreWrong({ outlook, unit, currency }: IfWeAreWrongProps) {
  const language = useLanguage()
  const text = useOutlookText(outlook, unit)
  const { cost } = outlook
  if (!cost) return null
  const say = ({ units, minor }: Amount) =>
    minor === null ? text.amount(units) : formatMoney(minor, currency, language)
  return (
    <Card>
      <Section small title={t('outlook.wrong')}>
        <Facts
          facts={[
            { term: t('outlook.wrong-during'), value: say(cost.duringTrial) },
            { term: t('outlook.wrong-adopted'), value: say(cost.adoptedInError) },
            { term: t('outlook.wrong-missed'), value: say(cost.missed) },
            { term: t('outlook.wrong-without'), value: say(cost.withoutTrial) },
            {
              term: t('outlook.wrong-chance'),
              value: t('outlook.in-hundred', { count: formatNumber(100 * cost.falseAlarm, language) }),
            },
          ]}
        />
        <p className="xs faint">
          {t('outlook.wrong-foot', { sites: cost.sitesInTrial, after: text.span(cost.periodsAfter) })}
        </p>
      </Section>
    </Card>
  )
}
