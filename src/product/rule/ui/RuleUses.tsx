import { Facts } from '#design/Facts.tsx'
import { Section } from '#design/Section.tsx'
import { formatMoney } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { ruleApi } from '../rule-api.ts'

/** What its author said of the bet when the rule let them try. Nothing where no rule was used. */
export function RuleUses({ ideaId }: { ideaId: string }) {
  const language = useLanguage()
  const { currency } = useMyself().workspace
  const { data } = useEndpoint(ruleApi.list, { id: ideaId })
  const [last] = data ?? []
  if (!last) return null
  const { costMinor, isReversible, touchesOtherTeams, touchesPersonalData } = last.bet
  const yesNo = (is: boolean) => (is ? t('rule.yes') : t('rule.no'))
  return (
    <Section small title={t('rule.small-bet')}>
      <Facts
        facts={[
          { term: t('rule.cost-short'), value: formatMoney(costMinor, currency, language) },
          { term: t('rule.reversible-short'), value: yesNo(isReversible) },
          { term: t('rule.teams-short'), value: yesNo(touchesOtherTeams) },
          { term: t('rule.data-short'), value: yesNo(touchesPersonalData) },
        ]}
      />
    </Section>
  )
}
