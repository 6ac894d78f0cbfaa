import { BlockList, isIP } from 'node:net'

/** Whether `address` is one of `list`, or in one of its networks, such as `192.0.2.7`, `10.0.0.0/8` or `2001:db8::/32`. */
export function isListed(address: string, list: readonly string[]): boolean {
  const listed = new BlockList()
  for (const entry of list) {
    const [network = '', bits] = entry.split('/')
    if (bits === undefined) listed.addAddress(network, familyOf(network))
    else listed.addSubnet(network, Number(bits), familyOf(network))
  }
  // A socket that takes both families says an IPv4 address as a piece of IPv6.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(plain) !== 0 && listed.check(plain, familyOf(plain))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
