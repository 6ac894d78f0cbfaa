/** A host that an administrator has named, so that the product may ask it for something. */
export interface NamedHost {
  /** As URLs write it: small letters, IPv6 in brackets. */
  readonly host: string
  /** Null: the usual port of http or https. */
  readonly port: string | null
  /** It stands in the organisation's own network: its name may lead to an address there. */
  readonly isPrivate: boolean
}

const entry = /^(private:)?((?:\[[0-9a-f:.]+\]|[^\s:/?#@[\]]+))(?::(\d{1,5}))?$/i

/**
 * Reads `data.example.org, private:reports.intranet:8080, 10.0.0.5`.
 * @throws {RangeError} naming the entry that is no host.
 */
export function readNamedHosts(text: string): NamedHost[] {
  const parts = text.split(',').map((part) => part.trim())
  return parts.filter(Boolean).map((part) => {
    const [, own, name = '', port = null] = entry.exec(part) ?? []
    const url = name ? URL.parse(`http://${name}${port === null ? '' : `:${port}`}/`) : null
    if (!url) throw new RangeError(part)
    return { host: url.hostname, port, isPrivate: own !== undefined }
  })
}

/** The entry that allows an address, or null. */
export function findNamedHost({ hostname, port, protocol }: URL, hosts: readonly NamedHost[]): NamedHost | null {
  const usual = protocol === 'https:' ? '443' : '80'
  return hosts.find((one) => one.host === hostname && (one.port ?? usual) === (port || usual)) ?? null
}
