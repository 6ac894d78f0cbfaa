import pg from 'pg'

export interface ClusterAddress {
  host: string
  port: number
}

export const templateName = 'ratchet_template'

/** Runs `use` as the superuser of the test cluster, in the `postgres` database unless told otherwise. */
export async function withSupervisor<T>(
  { host, port }: ClusterAddress,
  use: (client: pg.Client) => Promise<T>,
  database = 'postgres',
): Promise<T> {
  const client = new pg.Client({ host, port, user: 'ratchet_supervisor', database })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
