import { Octagon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { Section } from '#design/Section.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { useLines } from '#product/result/ui/use-lines.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { lookApi } from '../look-api.ts'
import { LookHistory } from './LookHistory.tsx'
import { StopNow } from './StopNow.tsx'
import type { Standing } from './use-standing.ts'
import { WatchedGuardrails } from './WatchedGuardrails.tsx'

/** A running trial, safe to look at every day: what it says to do, its guardrails, and every look so far. */
export function TrialWatch({ trial, standing }: { trial: TrialShown; standing: Standing }) {
  const { sayAll } = useLines()
  const may = useMay()
  const [newest] = standing.looks
  const { sentence, lead } = standing.told
  const advice = newest?.advice
  const isUrgent = advice === 'stop-harm'
  const mayStop = may('trial.plan', trial) && (isUrgent || advice === 'stop-futility' || advice === 'stop-success')
  return (
    <Section title={t('look.title')} end={may('trial.plan', trial) && <LookNow trial={trial} newest={newest?.id} />}>
      <Stack gap="4">
        {mayStop && newest ? (
          <Notice
            tone={isUrgent ? 'bad' : 'warn'}
            icon={isUrgent ? Octagon : undefined}
            title={t(isUrgent ? 'look.now-stop' : 'look.may-stop')}
          >
            <p>{sayAll(lead)}</p>
            <StopNow trial={trial} advice={newest.advice} sentence={sentence} />
          </Notice>
        ) : (
          lead.length > 0 && <p className="measure">{sayAll(lead)}</p>
        )}
        {newest && <WatchedGuardrails look={newest} watched={standing.watched} />}
        {newest && <LookHistory looks={standing.looks} watched={standing.watched} worth={standing.worthHaving} />}
      </Stack>
    </Section>
  )
}

function LookNow({ trial, newest }: { trial: TrialShown; newest: string | undefined }) {
  const action = useAction(lookApi.take)
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  async function look(): Promise<void> {
    setAsked(true)
    const found = await action.run({ id: trial.id })
    if (!found || found.id === newest) toast({ text: t('look.same') })
    setAsked(false)
  }
  return (
    <Button small variant="plain" busy={isAsked} onPress={() => void look()}>
      {t('look.now')}
    </Button>
  )
}
