import { RefreshCw } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Stack } from '#design/Layout.tsx'
import { List, ListItem } from '#design/List.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { useToast } from '#design/Toast.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { sayPeriod } from '#product/measurement/ui/say-period.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import type { TrialGaps } from '../measured/trial-gaps.ts'
import { planApi } from '../plan-api.ts'

/** What a running trial on the own measurements still lacks, who enters it, and when its figures came in last. */
export function Gaps({ trial }: { trial: TrialShown }) {
  const { data: gaps, error } = useEndpoint(planApi.gaps, { id: trial.id })
  const take = useAction(planApi.takeOver)
  const may = useMay()
  const toast = useToast()
  const { timeZone } = useMyself().workspace
  if (error) return <ProblemNotice error={error} />
  if (!gaps) return null
  const { missing, places, takenAt, expected } = gaps

  async function now(): Promise<void> {
    const done = await take.run({ id: trial.id })
    if (done) toast({ text: t(done.isNew ? 'plan.gaps.taken' : 'plan.gaps.nothing-new') })
  }

  return (
    <Section
      title={t('plan.gaps')}
      lead={
        expected === 0
          ? t('plan.gaps.too-early')
          : missing === 0
            ? t('plan.gaps.none', { count: expected })
            : t('plan.gaps.some', { missing, places })
      }
    >
      <Stack gap="2">
        {gaps.gaps.length > 0 && (
          <List>
            {gaps.gaps.map((gap) => (
              <GapLine key={gap.metricId + gap.siteId} gap={gap} every={gaps.every} />
            ))}
          </List>
        )}
        {places > gaps.gaps.length && (
          <p className="small quiet">{t('plan.gaps.more', { count: places - gaps.gaps.length })}</p>
        )}
        <ProblemNotice error={take.error} />
        <p className="small quiet">
          {takenAt ? (
            <>
              {t('plan.gaps.taken-at')} <InstantText at={takenAt} timeZone={timeZone} />. {t('plan.gaps.by-itself')}
            </>
          ) : (
            t('plan.gaps.by-itself')
          )}
        </p>
        {may('trial.plan', trial) && (
          <div>
            <Button small icon={RefreshCw} busy={take.isBusy} onPress={() => void now()}>
              {t('plan.gaps.take')}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  )
}

function GapLine({ gap, every }: { gap: TrialGaps['gaps'][number]; every: TrialGaps['every'] }) {
  const language = useLanguage()
  const { site, metric, ons, count, team, owner } = gap
  const more = count - ons.length
  const when = ons.map((on) => sayPeriod(on, every, language)).join(', ')
  return (
    <ListItem
      title={<Link to="/measures/enter">{t('plan.gaps.what', { site, metric })}</Link>}
      detail={more > 0 ? t('plan.gaps.when-more', { when, more }) : when}
      meta={t('plan.gaps.who', { team: team ?? 'none', owner: owner ?? 'none' })}
    />
  )
}
