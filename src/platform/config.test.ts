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
})
