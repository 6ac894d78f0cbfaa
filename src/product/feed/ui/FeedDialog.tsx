import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { ColumnFields } from '#product/measurement/ui/ColumnFields.tsx'
import { type ColumnsChosen, columnsGuessed, columnsWhole } from '#product/measurement/ui/columns-guessed.ts'
import type { Metric } from '#product/metric/metric.ts'
import { personApi } from '#product/person/person-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { SheetDescription } from '#product/sheet/sheet.ts'
import { Site } from '#product/site/site.ts'
import { type FeedSource, NewFeed } from '../feed.ts'
import { type FeedShown, feedApi } from '../feed-api.ts'
import type { Rhythm } from '../rhythm.ts'
import { FeedLook } from './FeedLook.tsx'
import { RhythmFields } from './RhythmFields.tsx'
import { SourceFields } from './SourceFields.tsx'
import { type Allowed, emptySource } from './source-fields.ts'

interface FeedDialogProps {
  metric: Metric
  allowed: Allowed
  /** Null makes a new one. */
  feed: FeedShown | null
  onClose: () => void
}

/** Where figures come from, which column says what, when, and whom to tell. The columns are asked once it was looked. */
export function FeedDialog({ metric, allowed, feed, onClose }: FeedDialogProps) {
  const myself = useMyself()
  const people = useEndpoint(personApi.list, {})
  const [source, setSource] = useState<FeedSource>(feed?.source ?? firstSource(allowed))
  const [secret, setSecret] = useState('')
  const [description, setDescription] = useState<SheetDescription | null>(null)
  const [columns, setColumns] = useState<ColumnsChosen | null>(null)
  const [rhythm, setRhythm] = useState<Rhythm>(feed?.rhythm ?? { every: 'day', atHour: 6 })
  const [ownerId, setOwnerId] = useState(feed?.ownerId ?? metric.ownerId ?? myself.personId)
  const [newSites, setNewSites] = useState(feed?.newSites ?? null)
  const look = useAction(feedApi.look)
  const [add, change] = [useAction(feedApi.add), useAction(feedApi.change)]
  const whole = columns ? columnsWhole(columns, metric) : (feed?.columns ?? null)
  const failed = feed ? change.error : add.error
  const given = { source, secret: secret || null }

  function choose(next: FeedSource): void {
    setSource(next)
    if (readBy(next) === readBy(source)) return
    // What was seen is not what would come now.
    setDescription(null)
    setColumns(null)
  }

  async function lookNow(): Promise<void> {
    const seen = await look.run({ id: metric.id, ...given, feedId: feed?.id ?? null })
    if (!seen) return
    setDescription(seen.description)
    setColumns(columnsGuessed(seen.description, metric))
  }

  async function save(): Promise<void> {
    if (!whole) return
    const asked = { ...given, columns: whole, rhythm, ownerId, newSites }
    const isDone = feed ? await change.run({ id: feed.id, ...asked }) : await add.run({ id: metric.id, ...asked })
    if (isDone) onClose()
  }

  return (
    <Dialog open size="wide" onClose={onClose} title={t(feed ? 'feed.edit-title' : 'feed.add')}>
      <Form onSubmit={() => void (whole ? save() : lookNow())}>
        <SourceFields
          source={source}
          onSource={choose}
          secret={secret}
          onSecret={setSecret}
          hasSecret={feed?.hasSecret ?? false}
          allowed={allowed}
          errorOf={(pointer) => look.error?.field(pointer) ?? failed?.field(pointer)}
        />
        {/* A query says right above what is wrong with it. */}
        <ProblemNotice error={look.error?.field('#/source/sql') ? null : look.error} />
        <div>
          <Button
            busy={look.isBusy}
            disabled={!NewFeed.shape.source.safeParse(source).success}
            onPress={() => void lookNow()}
          >
            {t('feed.look')}
          </Button>
        </div>
        {description && columns && (
          <>
            <FeedLook name={look.data?.name ?? ''} ms={look.data?.ms ?? 0} description={description} />
            <p>{t('feed.looked-next')}</p>
            <ColumnFields
              description={description}
              metric={metric}
              columns={columns}
              onColumns={setColumns}
              unsure={{ date: null, number: null }}
              errorOf={(pointer) => failed?.field(pointer)}
            />
          </>
        )}
        {feed && !description && <p className="small quiet">{t('feed.look-first')}</p>}
        {whole && (
          <>
            <Field label={t('feed.new-sites')} required>
              <Select
                value={newSites ?? ''}
                options={[
                  { value: '', label: t('feed.new-sites.refuse') },
                  ...Site.shape.kind.options.map((kind) => ({
                    value: kind,
                    label: t('feed.new-sites.add', { kind }),
                  })),
                ]}
                onChange={({ target }) => setNewSites((target.value || null) as typeof newSites)}
              />
            </Field>
            <RhythmFields rhythm={rhythm} onRhythm={setRhythm} />
            <Field label={t('feed.owner')} help={t('feed.owner-help')} required>
              <Select
                value={ownerId}
                options={(people.data ?? [])
                  .filter(({ deactivatedAt, id }) => deactivatedAt === null || id === ownerId)
                  .map(({ id, name }) => ({ value: id, label: name }))}
                onChange={({ target }) => setOwnerId(target.value as typeof ownerId)}
              />
            </Field>
          </>
        )}
        <ProblemNotice error={failed} />
        {(feed || description) && (
          <Button type="submit" variant="primary" busy={add.isBusy || change.isBusy} disabled={!whole}>
            {t('feed.save')}
          </Button>
        )}
      </Form>
    </Dialog>
  )
}

function firstSource(allowed: Allowed): FeedSource {
  if (allowed.folder) return emptySource('folder', allowed)
  return emptySource(allowed.hosts.length > 0 ? 'address' : 'query', allowed)
}

/** All of a source but what it is called. */
function readBy(source: FeedSource): string {
  return JSON.stringify({ ...source, name: null })
}
