import { useEffect, useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Row } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import { queries, refresh } from '#platform/browser/use-endpoint.ts'
import type { Draft, DraftBody } from '../draft.ts'
import type { PlanDraft } from './use-plan-draft.ts'

interface DraftConflictProps {
  draft: PlanDraft
  /** The draft as it is stored now. */
  stored: Draft
  onLoadTheirs: () => void
}

/** Two have written at the same time: which of the two stays is asked where the person types, and stays in sight until it is said. */
export function DraftConflict({ draft, stored, onLoadTheirs }: DraftConflictProps) {
  const { body, error, isOvertaken, revision, keepMine } = draft
  /** The revision of theirs that the person wants to choose about later. */
  const [putOff, setPutOff] = useState<number | null>(null)

  // What the other wrote is asked for each time a save meets it.
  useEffect(() => {
    if (isOvertaken && error) void refresh(queries, ['plan'])
  }, [isOvertaken, error])

  const isKnown = isOvertaken && stored.revision > revision
  const differing = isKnown ? differingParts(body, stored.body) : []
  // Both wrote the same: there is nothing to choose.
  const isSame = isKnown && differing.length === 0
  const { revision: theirs } = stored
  useEffect(() => {
    if (isSame) keepMine(theirs)
  }, [isSame, theirs, keepMine])

  if (!isKnown || isSame) return null
  const buttons = (
    <>
      <Button onPress={onLoadTheirs}>{t('plan.load-theirs')}</Button>
      <Button variant="primary" onPress={() => keepMine(theirs)}>
        {t('plan.keep-mine')}
      </Button>
    </>
  )
  const names = differing.map((part) => t(`plan.body.${nameOf(part)}`))
  if (putOff === theirs)
    return (
      <div style={{ position: 'sticky', insetBlockStart: 0, zIndex: 1 }}>
        <Notice tone="warn" title={t('plan.conflict')}>
          <p>
            {t('plan.conflict-differs')} {names.join(', ')}
          </p>
          <Row gap="2">{buttons}</Row>
        </Notice>
      </div>
    )
  return (
    <Dialog open onClose={() => setPutOff(theirs)} title={t('plan.conflict')} actions={buttons}>
      <p>{t('plan.conflict-differs')}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="small quiet">{t('plan.conflict-help')}</p>
    </Dialog>
  )
}

function differingParts(mine: DraftBody, theirs: DraftBody): (keyof DraftBody)[] {
  const parts = Object.keys(mine) as (keyof DraftBody)[]
  return parts.filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]))
}

function nameOf(part: keyof DraftBody) {
  return part === 'metricId' ? 'metric' : part === 'siteIds' ? 'sites' : part
}
