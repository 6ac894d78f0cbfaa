import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { limits } from '#platform/anywhere/limits.ts'
import { t } from '#platform/browser/language.ts'
import type { FeedSource } from '../feed.ts'
import type { SourceFieldsProps } from './source-fields.ts'

type QueryFieldsProps = SourceFieldsProps & { source: Extract<FeedSource, { kind: 'query' }> }

/** Which database, what is asked, and the password where the database has none of its own. */
export function QueryFields({ source, onSource, secret, onSecret, hasSecret, allowed, errorOf }: QueryFieldsProps) {
  const chosen = allowed.databases.find(({ name }) => name === source.database)
  return (
    <>
      <Pair>
        <Field label={t('feed.database')} error={errorOf('#/source/database')} required>
          <Select
            value={source.database}
            // One that is no longer allowed is still shown as chosen.
            options={[...(chosen ? [] : [{ name: source.database, kind: null }]), ...allowed.databases].map(
              ({ name, kind }) => ({ value: name, label: kind ? t('feed.database-kind', { name, kind }) : name }),
            )}
            onChange={({ target }) => onSource({ ...source, database: target.value })}
          />
        </Field>
        {chosen?.wantsPassword && (
          <Field
            label={t('feed.password')}
            help={t(hasSecret ? 'feed.secret-kept' : 'feed.password-help')}
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
      <Field label={t('feed.query-name')} help={t('feed.query-name-help')} error={errorOf('#/source/name')} required>
        <Input value={source.name} onChange={({ target }) => onSource({ ...source, name: target.value })} />
      </Field>
      <Field
        label={t('feed.sql')}
        help={t('feed.sql-help', { rows: limits.feedRows, seconds: limits.feedMs / 1000 })}
        error={errorOf('#/source/sql')}
        required
      >
        <TextArea
          code
          rows={6}
          value={source.sql}
          onChange={({ target }) => onSource({ ...source, sql: target.value })}
        />
      </Field>
    </>
  )
}
