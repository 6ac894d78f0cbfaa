import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import { type IdeaRow, ideaApi } from '#product/idea/idea-api.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { SiteId } from '#product/site/site.ts'
import { trialApi } from '#product/trial/trial-api.ts'
import { emptyDraft } from '../draft.ts'
import { planApi } from '../plan-api.ts'

interface PlanTrialOnProps {
  metricId: MetricId
  /** Null: nobody has said yet which sites take part. */
  siteId: SiteId | null
  /** For whoever has nothing to try yet. */
  onWriteIdea: () => void
  onClose: () => void
}

/** Begins to plan a trial of an approved idea whose measure and site are known already. */
export function PlanTrialOn({ onWriteIdea, onClose, ...about }: PlanTrialOnProps) {
  const approved = useEndpoint(ideaApi.list, { state: 'approved' })
  const ideas = approved.data?.ideas
  return (
    <Dialog open onClose={onClose} title={t('plan.on.title')}>
      <Stack gap="3">
        <ProblemNotice error={approved.error} />
        {!ideas && !approved.error && <Skeleton lines={2} />}
        {ideas && ideas.length > 0 && <ChooseIdea ideas={ideas} {...about} />}
        <p className="small quiet">{t(ideas?.length === 0 ? 'plan.on.none' : 'plan.on.other')}</p>
        <div>
          <Button variant={ideas?.length === 0 ? 'primary' : 'default'} onPress={onWriteIdea}>
            {t('plan.on.write')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  )
}

interface ChooseIdeaProps extends Pick<PlanTrialOnProps, 'metricId' | 'siteId'> {
  ideas: readonly IdeaRow[]
}

function ChooseIdea({ ideas, metricId, siteId }: ChooseIdeaProps) {
  const [ideaId, setIdeaId] = useState<string>(ideas[0]?.id ?? '')
  const go = useGo()
  const add = useAction(trialApi.add)
  const save = useAction(planApi.save)

  async function plan(): Promise<void> {
    const trial = await add.run({ ideaId: ideaId as IdeaId, door: 'plan-first' })
    if (!trial) return
    const siteIds = siteId === null ? [] : [siteId]
    // A draft that could not be saved is an empty one: the way to it is the same.
    await save.run({ id: trial.id, revision: 0, ...emptyDraft, metricId, siteIds })
    go(`/trials/${trial.id}/plan`)
  }

  return (
    <Form onSubmit={() => void plan()}>
      <ProblemNotice error={add.error} />
      <Field label={t('plan.on.idea')} help={t('plan.on.idea-help')} required>
        <Select
          value={ideaId}
          onChange={({ target }) => setIdeaId(target.value)}
          options={ideas.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Field>
      <Button type="submit" variant="primary" busy={add.isBusy || save.isBusy}>
        {t('plan.on.begin')}
      </Button>
    </Form>
  )
}
