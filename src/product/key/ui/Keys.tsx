import { useState } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { Empty } from '#design/Empty.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { DayText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { type Column, Table } from '#design/Table.tsx'
import { useToast } from '#design/Toast.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { type KeyShown, keyApi } from '../key-api.ts'
import { allScopes } from '../scope.ts'

/** The keys that one sees: the own ones, or everybody's. Each is revoked here. */
export function Keys() {
  const { timeZone } = useMyself().workspace
  const keys = useEndpoint(keyApi.list, {})
  const [ending, setEnding] = useState<KeyShown | null>(null)
  const may = useMay()
  if (!keys.data) return keys.error ? <ProblemNotice error={keys.error} /> : <Skeleton />
  if (keys.data.length === 0) return <Empty title={t('key.empty')}>{t('key.empty-text')}</Empty>

  const columns: Column<KeyShown>[] = [
    {
      id: 'name',
      header: t('key.name-column'),
      cell: ({ name, id }) => (
        <>
          {name}
          <p className="xs faint">{beginningOf(id)}</p>
        </>
      ),
      names: true,
      fold: 'title',
    },
    { id: 'may', header: t('key.may'), cell: ({ scopes }) => mayText(scopes), fold: 'whole', foldHeading: true },
    {
      id: 'state',
      header: t('key.state'),
      cell: (key) =>
        key.state === 'live' ? (
          <Badge tone="good">
            {t('key.state.live')} <DayText day={dayOf(key.expiresAt, timeZone)} />
          </Badge>
        ) : (
          <Badge>
            {key.state === 'person-left'
              ? t('key.state.person-left', { name: key.personName })
              : t(`key.state.${key.state}`)}
          </Badge>
        ),
      fold: 'whole',
    },
    {
      id: 'last-used',
      header: t('key.last-used'),
      cell: ({ lastUsedOn }) => (lastUsedOn ? <DayText day={lastUsedOn} /> : t('key.never-used')),
      foldHeading: true,
    },
    {
      id: 'revoke',
      header: t('key.revoke'),
      headerHidden: true,
      cell: (key) =>
        key.state === 'live' && (
          <Button small onPress={() => setEnding(key)}>
            {t('key.revoke')}
            <span className="sr"> {key.name}</span>
          </Button>
        ),
      fold: 'whole',
    },
  ]
  if (may('key.read', { ownerId: null }))
    columns.splice(1, 0, {
      id: 'whose',
      header: t('key.whose'),
      cell: ({ personName }) => personName,
      fold: 'whole',
      foldHeading: true,
    })

  return (
    <>
      <Table
        caption={t('key.title')}
        columns={columns}
        rows={keys.data}
        rowKey={({ id }) => id}
        fold
        middle
        isQuiet={({ state }) => state !== 'live'}
      />
      {ending && <RevokeKey shown={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function RevokeKey({ shown, onClose }: { shown: KeyShown; onClose: () => void }) {
  const revoke = useAction(keyApi.revoke)
  const toast = useToast()

  async function send(): Promise<void> {
    if (!(await revoke.run({ id: shown.id }))) return
    toast({ text: t('key.revoked') })
    onClose()
  }

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('key.revoke-title', { name: shown.name })}
      text={
        <>
          {t('key.revoke-text')}
          <ProblemNotice error={revoke.error} />
        </>
      }
      confirm={t('key.revoke')}
      look="harm"
      busy={revoke.isBusy}
      onConfirm={() => void send()}
    />
  )
}

/** What a person finds again in a program's settings, or where a key has leaked. */
function beginningOf(id: string): string {
  return `ratchet_${id.slice(0, 8)}…`
}

/** The most telling thing first: what a key may change says more than what it may read. */
function mayText(scopes: readonly string[]): string {
  const known = allScopes.filter((scope) => scopes.includes(scope))
  const first = known.find((scope) => !scope.endsWith('.read')) ?? known[0]
  if (!first) return ''
  return known.length === 1
    ? t(`key.scope.${first}`)
    : t('key.may-more', { first: t(`key.scope.${first}`), more: known.length - 1 })
}
