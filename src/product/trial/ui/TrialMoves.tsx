import { Flag, Play, Square } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { ReasonDialog } from '#design/ReasonDialog.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { movesOf, TrialRun, type TrialShown } from '../trial.ts'
import { trialApi } from '../trial-api.ts'
import { trialPath } from './trial-path.ts'

interface TrialMovesProps {
  trial: TrialShown
  /** Whether a sheet with outcomes has come: without one there is nothing to end. */
  hasOutcomes: boolean
  /** Whether its planned time is over: before that, ending it is not what the page is for. */
  isDue?: boolean | undefined
}

const icons = { start: Play, stop: Square, end: Flag }

/** Start, stop and end, as far as the trial's state and the person's rights allow. */
export function TrialMoves({ trial, hasOutcomes, isDue = true }: TrialMovesProps) {
  const may = useMay()
  const [asking, setAsking] = useState<TrialRun | null>(null)
  if (!may('trial.plan', trial)) return null
  const possible = new Set<string>(movesOf(trial))
  const moves = TrialRun.options.filter((move) => possible.has(move) && (move !== 'end' || hasOutcomes))
  return (
    <>
      {moves.map((move) => (
        <Button
          key={move}
          icon={icons[move]}
          variant={move === 'stop' || (move === 'end' && !isDue) ? 'default' : 'primary'}
          onPress={() => setAsking(move)}
        >
          {t(`trial.move.${move}`)}
        </Button>
      ))}
      {asking && <Ask trial={trial} move={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function Ask({ trial, move, onClose }: { trial: TrialShown; move: TrialRun; onClose: () => void }) {
  const action = useAction(trialApi.move)
  const toast = useToast()
  const go = useGo()

  async function send(reason?: string): Promise<void> {
    const moved = await action.run({ id: trial.id, move, ...(reason === undefined ? {} : { reason }) })
    if (!moved) return
    toast({ text: t(`trial.done.${move}`) })
    onClose()
    go(trialPath(moved))
  }

  const said = {
    open: true,
    onClose,
    title: t(`trial.ask.${move}`),
    confirm: t(`trial.move.${move}`),
    busy: action.isBusy,
  }
  if (move === 'stop')
    return (
      <ReasonDialog
        {...said}
        text={t('trial.ask-help.stop')}
        error={action.error?.field('#/reason') ?? (action.error && <ProblemNotice error={action.error} />)}
        onReason={(reason) => void send(reason)}
      />
    )
  return (
    <ConfirmDialog
      {...said}
      text={action.error ? <ProblemNotice error={action.error} /> : t(`trial.ask-help.${move}`)}
      onConfirm={() => void send()}
    />
  )
}
