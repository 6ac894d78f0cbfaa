import { describe, expect, test } from 'vitest'
import { attributesOf, attributesText, isOpen, Site, siteKey, twiceAmong } from './site.ts'

describe('a site', () => {
  test('is one place however its name is written', () => {
    expect(siteKey('  Ward \u00a0 7 ')).toBe('ward 7')
    expect(siteKey('ＷＡＲＤ 7')).toBe('ward 7')
    expect(siteKey('Ward 7')).not.toBe(siteKey('Ward 8'))
  })

  test('cannot be named twice in one go', () => {
    expect(twiceAmong(['North', 'South', ' north '])).toEqual({ name: ' north ', at: 2 })
    expect(twiceAmong(['North', 'South'])).toBeNull()
  })

  test('is open until the day it closes', () => {
    expect(isOpen({ closedOn: null }, '2026-01-01')).toBe(true)
    expect(isOpen({ closedOn: '2026-01-02' }, '2026-01-01')).toBe(true)
    expect(isOpen({ closedOn: '2026-01-01' }, '2026-01-01')).toBe(false)
  })

  test('has attributes that people write a line each, and reads them as they were written', () => {
    const text = 'Region: North\nManager’s hours: 8:00 to 16:00'
    const attributes = { Region: 'North', 'Manager’s hours': '8:00 to 16:00' }
    expect(attributesOf(text)).toEqual(attributes)
    expect(attributesOf(attributesText(attributes))).toEqual(attributes)
    expect(attributesOf('no colon here')).toEqual({})
  })

  test('has at most twenty attributes', () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, 'x']))
    expect(Site.shape.attributes.safeParse(many(20)).success).toBe(true)
    expect(Site.shape.attributes.safeParse(many(21)).success).toBe(false)
  })
})
