import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { ReasonDialog } from '#design/ReasonDialog.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay, useSigned } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { gainApi, type LedgerLine } from '../gain-api.ts'

/** What this person may do with a line: stand behind it as the second person, or take it back. */
export function LineActs({ line }: { line: LedgerLine }) {
  const may = useMay()
  const { personId } = useSigned()
  const [asking, setAsking] = useState<'confirm' | 'reverse' | null>(null)
  const isLive = line.outcome === 'gain' && line.reversedById === null
  const isSecond = personId !== line.bookedById && personId !== line.ideaAuthorId
  const mayConfirm = isLive && line.isSelfJudged && line.confirmedAt === null && isSecond && may('gain.confirm')
  const mayReverse = isLive && may('gain.reverse')
  return (
    <>
      {mayConfirm && (
        <Button small onPress={() => setAsking('confirm')}>
          {t('gain.confirm')}
        </Button>
      )}
      {mayReverse && (
        <Button small variant="plain" onPress={() => setAsking('reverse')}>
          {t('gain.reverse')}
        </Button>
      )}
      {asking === 'confirm' && <AskConfirm line={line} onClose={() => setAsking(null)} />}
      {asking === 'reverse' && <AskReverse line={line} onClose={() => setAsking(null)} />}
    </>
  )
}

interface AskProps {
  line: LedgerLine
  onClose: () => void
}

function AskConfirm({ line, onClose }: AskProps) {
  const confirm = useAction(gainApi.confirm)
  const toast = useToast()

  async function send(): Promise<void> {
    if (!(await confirm.run({ id: line.id }))) return
    toast({ text: t('gain.confirmed', { grade: line.grade }) })
    onClose()
  }

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('gain.ask-confirm', { title: line.trialTitle })}
      text={confirm.error ? <ProblemNotice error={confirm.error} /> : t('gain.ask-confirm-help', { grade: line.grade })}
      confirm={t('gain.confirm')}
      busy={confirm.isBusy}
      onConfirm={() => void send()}
    />
  )
}

function AskReverse({ line, onClose }: AskProps) {
  const reverse = useAction(gainApi.reverse)
  const toast = useToast()

  async function send(reason: string): Promise<void> {
    if (!(await reverse.run({ id: line.id, reason }))) return
    toast({ text: t('gain.reversed') })
    onClose()
  }

  return (
    <ReasonDialog
      open
      onClose={onClose}
      title={t('gain.ask-reverse', { title: line.trialTitle })}
      text={t('gain.ask-reverse-help')}
      confirm={t('gain.reverse')}
      busy={reverse.isBusy}
      error={reverse.error?.field('#/reason') ?? (reverse.error && <ProblemNotice error={reverse.error} />)}
      onReason={(reason) => void send(reason)}
    />
  )
}
