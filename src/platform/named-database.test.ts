import { describe, expect, test } from 'vitest'
import { readNamedDatabases } from './named-database.ts'

describe('databases that an administrator names', () => {
  test('have a name, and an address with a user', () => {
    expect(readNamedDatabases('Till 2=postgres://reader:a%2Cb%20c@db.intranet:6432/till')).toEqual([
      {
        name: 'Till 2',
        kind: 'postgres',
        host: 'db.intranet',
        port: 6432,
        database: 'till',
        user: 'reader',
        password: 'a,b c',
        isEncrypted: true,
      },
    ])
    expect(readNamedDatabases('')).toEqual([])
  })

  test('are encrypted unless they stand on this machine, or it is said that they are not', () => {
    const found = readNamedDatabases(
      [
        'a=postgres://r@db/x',
        'b=postgresql://r@localhost/x',
        'c=clickhouse://r@ch/x',
        'd=clickhouse://r@[::1]/x',
        'e=clickhouse://r@ch:9000/x?sslmode=disable',
        'f=postgres://r@127.0.0.1/x?sslmode=verify-full',
      ].join(', '),
    )
    expect(found.map(({ host, port, isEncrypted }) => [host, port, isEncrypted])).toEqual([
      ['db', 5432, true],
      ['localhost', 5432, false],
      ['ch', 8443, true],
      ['::1', 8123, false],
      ['ch', 9000, false],
      ['127.0.0.1', 5432, true],
    ])
    expect(found.map(({ password }) => password)).toEqual([null, null, null, null, null, null])
  })

  test.each([
    ['postgres://r:secret@db/x', 'entry 1'],
    ['till=mysql://r:secret@db/x', 'till'],
    ['till=postgres://db/x', 'till'],
    ['till=postgres://r:secret@db', 'till'],
    ['till=postgres://r:secret@db/x?sslmode=prefer', 'till'],
    ['till=postgres://r:secret@db/x?options=-c', 'till'],
    ['till=postgres://r:sec%zzret@db/x', 'till'],
    ['a=postgres://r@db/x, till=postgres://r@db/x, till=postgres://r:secret@db/y', 'till'],
  ])('%s cannot be meant, and is named without its password', (text, named) => {
    expect(() => readNamedDatabases(text)).toThrow(new RangeError(named))
  })
})
