import { existsSync } from 'node:fs'

const places = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server']

/**
 * The program of a ClickHouse server.
 * @throws {Error} with the command to type when there is none.
 */
export function findClickhouse(): string {
  const found = places.find((place) => existsSync(place))
  if (found) return found
  throw new Error('The tests of feeds need a ClickHouse server: "sudo apt-get install clickhouse-server".')
}
