import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Notice } from '#design/Notice.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { WholeIdea } from '#product/idea/idea-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { minorOf, objectionsTo, type SmallBet } from '../rule.ts'
import { ruleApi } from '../rule-api.ts'

interface SmallBetDialogProps {
  idea: WholeIdea
  onClose: () => void
}

/**
 * Asks what the rule asks, each as something to say yes to, so that nothing is claimed by leaving a box alone. The
 * server decides by the same rule.
 */
export function SmallBetDialog({ idea, onClose }: SmallBetDialogProps) {
  const { currency } = useMyself().workspace
  const [cost, setCost] = useState<number | null>(null)
  const [isReversible, setReversible] = useState(false)
  const [isOursAlone, setOursAlone] = useState(false)
  const [isImpersonal, setImpersonal] = useState(false)
  const [wasAsked, setAsked] = useState(false)
  const use = useAction(ruleApi.use)
  const toast = useToast()
  const isCostKnown = cost !== null && cost >= 0
  const bet: SmallBet = {
    isReversible,
    costMinor: isCostKnown ? minorOf(cost, currency) : 0,
    touchesOtherTeams: !isOursAlone,
    touchesPersonalData: !isImpersonal,
  }
  const objections = objectionsTo(bet, currency)

  async function send(): Promise<void> {
    setAsked(true)
    if (!isCostKnown || objections.length > 0) return
    if (!(await use.run({ id: idea.id, bet }))) return
    toast({ text: idea.asked.length > 0 ? t('rule.used-and-told') : t('rule.used') })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('rule.just-try')}>
      <Form onSubmit={() => void send()}>
        <p className="small quiet">{t('rule.questions')}</p>
        <ProblemNotice error={use.error} />
        <Checkbox
          label={t('rule.is-reversible')}
          checked={isReversible}
          onChange={(event) => setReversible(event.target.checked)}
        />
        <Checkbox
          label={t('rule.is-ours-alone')}
          checked={isOursAlone}
          onChange={(event) => setOursAlone(event.target.checked)}
        />
        <Checkbox
          label={t('rule.is-impersonal')}
          checked={isImpersonal}
          onChange={(event) => setImpersonal(event.target.checked)}
        />
        <Field
          label={t('rule.cost')}
          help={t('rule.cost-help')}
          error={wasAsked && !isCostKnown ? t('rule.cost-missing') : undefined}
          required
        >
          <NumberInput value={cost} onValue={setCost} unit={currency} />
        </Field>
        {wasAsked && objections.length > 0 && (
          <Notice tone="warn" live="polite" title={t('rule.ask-a-lead')}>
            <ul>
              {objections.map((objection) => (
                <li key={objection}>{t(`rule.${objection}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Button type="submit" variant="primary" busy={use.isBusy}>
          {t('rule.start')}
        </Button>
      </Form>
    </Dialog>
  )
}
