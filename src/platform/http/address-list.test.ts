import { expect, test } from 'vitest'
import { isListed } from './address-list.ts'

const list = ['192.0.2.7', '10.0.0.0/8', '2001:db8::/32', '::1']

test.each(['192.0.2.7', '10.255.0.1', '::ffff:10.1.2.3', '2001:db8:1::9', '::1'])('%s is on the list', (address) => {
  expect(isListed(address, list)).toBe(true)
})

test.each(['192.0.2.8', '11.0.0.1', '::ffff:192.0.2.8', '2001:db9::1', '', 'localhost'])('%s is not', (address) => {
  expect(isListed(address, list)).toBe(false)
})
