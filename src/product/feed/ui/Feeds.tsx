import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Empty } from '#design/Empty.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { formatInstant } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import { type FeedShown, feedApi } from '../feed-api.ts'
import { FeedDialog } from './FeedDialog.tsx'
import { sayRhythm, sayRun, saySource } from './say-feed.ts'

/** Where figures of a metric come from by themselves. Only for those who may see it. */
export function Feeds({ metric }: { metric: Metric }) {
  const may = useMay()
  const isSeen = may('feed.read', { ownerId: metric.ownerId })
  const { data, error } = useEndpoint(feedApi.list, { id: metric.id }, { enabled: isSeen })
  const [open, setOpen] = useState<FeedShown | 'new' | null>(null)
  if (!isSeen || (!data && !error)) return null
  const { folder, hosts, databases } = data?.allowed ?? { folder: false, hosts: [], databases: [] }
  const isAllowed = folder || hosts.length > 0 || databases.length > 0
  const add = may('feed.manage') && isAllowed && (
    <Button small icon={Plus} onPress={() => setOpen('new')}>
      {t('feed.add')}
    </Button>
  )
  return (
    <Section title={t('feed.title')} end={data?.feeds.length ? add : undefined}>
      <ProblemNotice error={error} />
      {data?.feeds.length === 0 && (
        <Empty title={t('feed.empty-title')} action={add}>
          {t('feed.empty')} {!isAllowed && t('feed.not-set-up')}
        </Empty>
      )}
      {data && data.feeds.length > 0 && (
        <Table
          fold
          caption={t('feed.title')}
          rows={data.feeds}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'where',
              header: t('feed.where'),
              names: true,
              fold: 'title',
              cell: ({ source }) => saySource(source),
            },
            { id: 'how', header: t('feed.how'), cell: sayRhythm },
            { id: 'last', header: t('feed.last'), fold: 'whole', cell: (feed) => <Last feed={feed} /> },
            {
              id: 'moves',
              header: t('feed.moves'),
              headerHidden: true,
              fold: 'whole',
              cell: (feed) => <Moves feed={feed} onEdit={may('feed.manage') ? () => setOpen(feed) : null} />,
            },
          ]}
        />
      )}
      {data && open && (
        <FeedDialog
          metric={metric}
          allowed={data.allowed}
          feed={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function Last({ feed }: { feed: FeedShown }) {
  const language = useLanguage()
  const { state, last, nextAt } = feed
  const isFailing = last?.outcome === 'failed'
  return (
    <Stack gap="1">
      <Badge tone={state === 'paused' ? (isFailing ? 'bad' : 'pending') : isFailing ? 'warn' : 'good'}>
        {t(state === 'paused' ? 'feed.state.paused' : isFailing ? 'feed.state.failing' : 'feed.state.on')}
      </Badge>
      <span className="small">{last ? sayRun(last, language) : t('feed.waits')}</span>
      {state === 'on' && last && (
        <span className="small quiet">{t('feed.next', { at: formatInstant(nextAt, language) })}</span>
      )}
    </Stack>
  )
}

function RunsDialog({ feed, onClose }: { feed: FeedShown; onClose: () => void }) {
  const language = useLanguage()
  const { data, error } = useEndpoint(feedApi.runs, { id: feed.id })
  return (
    <Dialog open size="wide" onClose={onClose} title={t('feed.runs-of', { name: saySource(feed.source) })}>
      <ProblemNotice error={error} />
      <Table
        fold
        caption={t('feed.runs')}
        rows={data ?? []}
        rowKey={({ id }) => id}
        columns={[
          { id: 'run', header: t('feed.became'), names: true, fold: 'title', cell: (run) => sayRun(run, language) },
          { id: 'file', header: t('feed.file'), cell: ({ name }) => name ?? '' },
        ]}
      />
    </Dialog>
  )
}

/** What whoever looks may do with a feed: read its runs; and with `onEdit`, everything else. */
function Moves({ feed, onEdit }: { feed: FeedShown; onEdit: (() => void) | null }) {
  const [isEnding, setEnding] = useState(false)
  const [isReading, setReading] = useState(false)
  const move = useAction(feedApi.move)
  const { id, state, last } = feed

  async function end(): Promise<void> {
    if (await move.run({ id, move: 'end' })) setEnding(false)
  }

  return (
    <>
      <ProblemNotice error={move.error} />
      <Row gap="1">
        {onEdit && (
          <>
            <Button
              small
              busy={move.isBusy}
              onPress={() => void move.run({ id, move: state === 'paused' ? 'resume' : 'run' })}
            >
              {t(state === 'paused' ? 'feed.resume' : 'feed.run')}
            </Button>
            <Button variant="plain" small onPress={onEdit}>
              {t('feed.edit')}
            </Button>
            {state === 'on' && (
              <Button variant="plain" small onPress={() => void move.run({ id, move: 'pause' })}>
                {t('feed.pause')}
              </Button>
            )}
            <Button variant="plain" small onPress={() => setEnding(true)}>
              {t('feed.end')}
            </Button>
          </>
        )}
        {last && (
          <Button variant="plain" small onPress={() => setReading(true)}>
            {t('feed.runs')}
          </Button>
        )}
      </Row>
      {isReading && <RunsDialog feed={feed} onClose={() => setReading(false)} />}
      <ConfirmDialog
        open={isEnding}
        onClose={() => setEnding(false)}
        title={t('feed.end-sure')}
        text={t('feed.end-means')}
        confirm={t('feed.end')}
        look="harm"
        busy={move.isBusy}
        onConfirm={() => void end()}
      />
    </>
  )
}
