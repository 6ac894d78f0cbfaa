import { Grade } from '#design/Grade.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { gainApi } from '../gain-api.ts'
import { CheckText } from './CheckText.tsx'
import { LineState } from './LineState.tsx'
import { useAmountText } from './use-amount-text.ts'
import { useNextChecks } from './use-next-checks.ts'

/** What a decided trial has in the ledger. */
export function TrialGain({ trialId }: { trialId: TrialId }) {
  const { data } = useEndpoint(gainApi.list, { trial: trialId })
  const { amount, money } = useAmountText()
  const [check] = useNextChecks(trialId)
  if (!data) return null
  return (
    <Section title={t('gain.in-the-ledger')} end={<Link to="/gains">{t('gain.to-ledger')}</Link>}>
      <Stack gap="1">
        {data.lines.map((line) => (
          <Row key={line.id} gap="1h">
            <Grade of={line.countsAs} />
            <span>
              {line.amount ? `${amount(line.amount, line.unit)} ${t(`result.each-${line.per}`)}` : t('gain.no-amount')}
              {line.amountMinor && ` · ${money(line.amountMinor, line.currency)}`}
            </span>
            <LineState line={line} />
          </Row>
        ))}
        {check && (
          <>
            <CheckText check={check} />
            {check.isDue && <p className="small quiet">{t('gain.check-by-hand')}</p>}
          </>
        )}
      </Stack>
    </Section>
  )
}
