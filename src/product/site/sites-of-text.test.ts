import { describe, expect, test } from 'vitest'
import { sitesOfText } from './sites-of-text.ts'

describe('sites from pasted text', () => {
  test('are one a line, without blank ones', () => {
    const sites = sitesOfText('North\n\n  South \r\nEast', 'shop')
    expect(sites.map(({ name, kind }) => [name, kind])).toEqual([
      ['North', 'shop'],
      ['South', 'shop'],
      ['East', 'shop'],
    ])
  })

  test('have attributes where a table is pasted: its first line names them', () => {
    expect(sitesOfText('Ward\tRegion\tBeds\nWard 7\tNorth\t24\nWard 8\t\t30', 'ward')).toEqual([
      { name: 'Ward 7', kind: 'ward', teamId: null, attributes: { Region: 'North', Beds: '24' } },
      { name: 'Ward 8', kind: 'ward', teamId: null, attributes: { Beds: '30' } },
    ])
  })
})
