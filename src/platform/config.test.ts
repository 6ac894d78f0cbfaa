import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const project = '/srv/ratchet'
const read = (environment: Record<string, string>) => () => readConfig(environment, project)

describe('the configuration', () => {
  test('with nothing set it listens on this machine alone', () => {
    expect(readConfig({}, '/')).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      tls: null,
      publicUrl: null,
    })
  })

  test('a port that is none is named', () => {
    expect(read({ PORT: 'eighty', DATA_DIR: '/d' })).toThrow(/PORT/)
  })

  test('other devices need TLS, and the way out is said', () => {
    expect(read({ HOST: '0.0.0.0', DATA_DIR: '/d' })).toThrow(/TLS_CERT.*PUBLIC_URL/s)
    expect(read({ HOST: '0.0.0.0', DATA_DIR: '/d', PUBLIC_URL: 'http://ratchet.example.org' })).toThrow(/without TLS/)
    expect(read({ HOST: '0.0.0.0', DATA_DIR: '/d', PUBLIC_URL: 'https://ratchet.example.org' })).not.toThrow()
    expect(read({ HOST: '0.0.0.0', DATA_DIR: '/d', TLS_CERT: '/c.pem', TLS_KEY: '/k.pem' })).not.toThrow()
  })

  test('half a certificate is refused', () => {
    expect(read({ TLS_CERT: '/c.pem', DATA_DIR: '/d' })).toThrow(/belong together/)
  })

  test('a public address has no path, and loses its last slash', () => {
    expect(read({ PUBLIC_URL: 'https://example.org/ratchet', DATA_DIR: '/d' })).toThrow(/without a path/)
    expect(read({ PUBLIC_URL: 'javascript:alert(1)', DATA_DIR: '/d' })).toThrow(/PUBLIC_URL/)
    expect(readConfig({ PUBLIC_URL: 'https://example.org/', DATA_DIR: '/d' }, project).publicUrl).toBe(
      'https://example.org',
    )
  })

  test('proxies are a list', () => {
    expect(readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,', DATA_DIR: '/d' }, project).trustedProxies).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
    ])
  })

  test('with nothing set, figures come by themselves from nowhere', () => {
    expect(readConfig({ DATA_DIR: '/d' }, project)).toMatchObject({
      feedFolder: null,
      feedHosts: [],
      feedDatabases: [],
    })
  })

  test('a folder for feeds is a full path, and never the whole disk', () => {
    expect(readConfig({ FEED_FOLDER: '/srv/../srv/figures/', DATA_DIR: '/d' }, project).feedFolder).toBe('/srv/figures')
    expect(read({ FEED_FOLDER: 'figures', DATA_DIR: '/d' })).toThrow(/FEED_FOLDER is "figures".*full path/)
    expect(read({ FEED_FOLDER: '/', DATA_DIR: '/d' })).toThrow(/full path/)
    expect(read({ FEED_FOLDER: '/srv/..', DATA_DIR: '/d' })).toThrow(/full path/)
  })

  test('hosts for feeds are a list of names, some in the own network', () => {
    const named = 'Data.Example.org, private:reports.intranet:8080,[2001:DB8::5]:81, 10.0.0.5'
    expect(readConfig({ FEED_HOSTS: named, DATA_DIR: '/d' }, project).feedHosts).toEqual([
      { host: 'data.example.org', port: null, isPrivate: false },
      { host: 'reports.intranet', port: '8080', isPrivate: true },
      { host: '[2001:db8::5]', port: '81', isPrivate: false },
      { host: '10.0.0.5', port: null, isPrivate: false },
    ])
  })

  test.each([
    'https://data.example.org',
    'data.example.org/path',
    'someone@data.example.org',
    'private:',
    'data.example.org:80800',
  ])('"%s" is no host for feeds, and what one looks like is said', (given) => {
    expect(read({ FEED_HOSTS: `ok.example, ${given}`, DATA_DIR: '/d' })).toThrow(/FEED_HOSTS.*data\.example\.org/)
  })

  test('databases for feeds are a list; what is wrong is said without the password', () => {
    const named = 'till=postgres://reader:secret@db.intranet/till'
    expect(readConfig({ FEED_DATABASES: named, DATA_DIR: '/d' }, project).feedDatabases).toMatchObject([
      { name: 'till', kind: 'postgres', host: 'db.intranet', password: 'secret' },
    ])
    const wrong = read({ FEED_DATABASES: `${named}, ward=mysql://reader:secret@db/ward`, DATA_DIR: '/d' })
    expect(wrong).toThrow(/FEED_DATABASES: "ward"/)
    expect(wrong).not.toThrow(/secret/)
  })
})
