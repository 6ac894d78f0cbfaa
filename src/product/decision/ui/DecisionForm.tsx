import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Card, Pair, Row, Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { standingOf } from '#product/result/result.ts'
import type { ResultShown } from '#product/result/result-api.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { Decision } from '../decision.ts'
import { decisionApi } from '../decision-api.ts'
import { type AdoptionAsked, AdoptionFields, firstAdoption } from './AdoptionFields.tsx'
import { Advice } from './Advice.tsx'

type Choice = Decision['choice']

/** What somebody chose and was not stored, because somebody else was faster. */
export interface LostDecision {
  choice: Choice
  reason: string
}

interface DecisionFormProps {
  trial: TrialShown
  result: ResultShown
  /**
   * What was tried and not stored; null once it was. The form goes as soon as there is a decision, and with it what was
   * typed: whoever shows it keeps this.
   */
  onTried: (lost: LostDecision | null) => void
}

/** What to do, and why: the act that the page is for. One filled button, the one that the figures speak for. */
export function DecisionForm({ trial, result, onTried }: DecisionFormProps) {
  const may = useMay()
  const standing = standingOf(result.analysis)
  const { reason, setReason, adoption, setAdoption, isMissing, take, decide } = useDecision(trial, result, onTried)
  const [isAsking, setAsking] = useState(false)
  const wrong = (field: string) => take.error?.field(`#/${field}`)
  if (!may('decision.take', trial))
    return (
      <Section title={t('decision.what-to-do')}>
        <Advice result={result} />
        <p className="small quiet">{t('decision.who-decides', { name: trial.ownerName })}</p>
      </Section>
    )
  const speaksFor: Record<typeof standing, Choice | null> = { proved: 'adopt', harm: 'drop', unclear: null }
  return (
    <Section title={t('decision.what-to-do')}>
      <Card>
        <Form onSubmit={() => {}}>
          <ProblemNotice error={take.error} />
          <Pair>
            <Stack gap="2">
              <Advice result={result} />
              <AdoptionFields result={result} value={adoption} onValue={setAdoption} wrong={wrong} />
            </Stack>
            <Stack gap="2">
              <Field
                label={t('decision.why')}
                help={t('decision.who-reads')}
                error={isMissing ? t('design.reason-missing') : wrong('reason')}
                required
              >
                <TextArea
                  rows={4}
                  maxLength={2000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </Field>
              <Row>
                {Decision.shape.choice.options.map((choice) => (
                  <Button
                    key={choice}
                    variant={speaksFor[standing] === choice ? 'primary' : 'default'}
                    busy={take.isBusy}
                    onPress={() => {
                      // Keeping what is known to harm is not done by a slip of the finger.
                      if (choice === 'adopt' && standing === 'harm' && reason.trim() !== '') setAsking(true)
                      else void decide(choice)
                    }}
                  >
                    {t(`decision.${choice}`)}
                  </Button>
                ))}
              </Row>
              {standing !== 'proved' && <Notice tone="warn" title={t(`decision.adopting-${standing}`)} />}
            </Stack>
          </Pair>
        </Form>
        <ConfirmDialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title={t('decision.adopt-harm')}
          text={t('decision.adopting-harm')}
          confirm={t('decision.adopt')}
          look="harm"
          busy={take.isBusy}
          onConfirm={() => {
            setAsking(false)
            void decide('adopt')
          }}
        />
      </Card>
    </Section>
  )
}

function useDecision(trial: TrialShown, result: ResultShown, onTried: (lost: LostDecision | null) => void) {
  const [reason, setReason] = useState('')
  const [adoption, setAdoption] = useState<AdoptionAsked>(() => firstAdoption(result))
  const [wasAsked, setAsked] = useState(false)
  const take = useAction(decisionApi.take)
  const toast = useToast()

  async function decide(choice: Choice): Promise<void> {
    setAsked(true)
    if (reason.trim() === '') return
    const { sites, fromOn, per } = adoption
    // What is missing is left out, and the server says so beside the field.
    const where = choice === 'adopt' ? { fromOn, per, ...(sites === null ? {} : { sites }) } : {}
    const taken = await take.run({ id: trial.id, choice, reason: reason.trim(), resultId: result.id, ...where })
    onTried(taken ? null : { choice, reason: reason.trim() })
    if (taken) toast({ text: t(`decision.done-${choice}`) })
  }

  return { reason, setReason, adoption, setAdoption, isMissing: wasAsked && reason.trim() === '', take, decide }
}
