import { Choices } from '#design/Choices.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair } from '#design/Layout.tsx'
import { t } from '#platform/browser/language.ts'
import type { FeedSource } from '../feed.ts'
import { QueryFields } from './QueryFields.tsx'
import { emptySource, type SourceFieldsProps } from './source-fields.ts'

/** A folder and a file's name, an address and what it wants to be shown, or a database and a query. */
export function SourceFields(props: SourceFieldsProps) {
  const { source, onSource, allowed, errorOf } = props
  const hasHosts = allowed.hosts.length > 0
  const hasDatabases = allowed.databases.length > 0
  return (
    <>
      <Choices
        label={t('feed.kind')}
        beside
        required
        value={source.kind}
        error={errorOf('#/source')}
        onValue={(kind) => onSource(emptySource(kind, allowed))}
        choices={[
          {
            value: 'folder',
            title: t('feed.kind.folder'),
            detail: t(allowed.folder ? 'feed.kind.folder-detail' : 'feed.kind.folder-off'),
            disabled: !allowed.folder,
          },
          {
            value: 'address',
            title: t('feed.kind.address'),
            detail: hasHosts
              ? t('feed.kind.address-detail', { hosts: allowed.hosts.join(', ') })
              : t('feed.kind.address-off'),
            disabled: !hasHosts,
          },
          {
            value: 'query',
            title: t('feed.kind.query'),
            detail: hasDatabases
              ? t('feed.kind.query-detail', { databases: allowed.databases.map(({ name }) => name).join(', ') })
              : t('feed.kind.query-off'),
            disabled: !hasDatabases,
          },
        ]}
      />
      {source.kind === 'folder' && (
        <Pair>
          <Field
            label={t('feed.folder')}
            help={t('feed.folder-help')}
            error={errorOf('#/source/folder')}
            required={false}
          >
            <Input
              value={source.folder}
              onChange={({ target }) => onSource({ ...source, folder: target.value.replace(/^\/+|\/+$/g, '') })}
            />
          </Field>
          <Field label={t('feed.pattern')} help={t('feed.pattern-help')} error={errorOf('#/source/pattern')} required>
            <Input value={source.pattern} onChange={({ target }) => onSource({ ...source, pattern: target.value })} />
          </Field>
        </Pair>
      )}
      {source.kind === 'address' && <AddressFields {...props} source={source} />}
      {source.kind === 'query' && <QueryFields {...props} source={source} />}
    </>
  )
}

type AddressFieldsProps = SourceFieldsProps & { source: Extract<FeedSource, { kind: 'address' }> }

function AddressFields({ source, onSource, secret, onSecret, hasSecret, errorOf }: AddressFieldsProps) {
  return (
    <>
      <Field label={t('feed.url')} error={errorOf('#/source/url')} required>
        <Input
          type="url"
          inputMode="url"
          value={source.url}
          onChange={({ target }) => onSource({ ...source, url: target.value })}
        />
      </Field>
      <Pair>
        <Field
          label={t('feed.header')}
          help={t('feed.header-help')}
          error={errorOf('#/source/header')}
          required={false}
        >
          <Input
            value={source.header ?? ''}
            onChange={({ target }) => onSource({ ...source, header: target.value || null })}
          />
        </Field>
        {source.header !== null && (
          <Field
            label={t('feed.secret')}
            help={t(hasSecret ? 'feed.secret-kept' : 'feed.secret-help')}
            error={errorOf('#/secret')}
            required={!hasSecret}
          >
            <Input
              type="password"
              autoComplete="new-password"
              value={secret}
              onChange={({ target }) => onSecret(target.value)}
            />
          </Field>
        )}
      </Pair>
    </>
  )
}
