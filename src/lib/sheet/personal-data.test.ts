import { describe, expect, test } from 'vitest'
import { personalKindOf } from './personal-data.ts'

describe('a column about single people', () => {
  test.each([
    ['E-Mail', 'e-mail'],
    ['customer_email', 'e-mail'],
    ['Telefon', 'phone'],
    ['date_of_birth', 'birth-date'],
    ['Geburtsdatum', 'birth-date'],
    ['lastName', 'name'],
    ['Patientenname', 'name'],
    ['employee name', 'name'],
  ])('is known by its name %s', (column, kind) => {
    expect(personalKindOf(column, [])).toBe(kind)
  })

  test.each([
    [['a@example.org', 'b.c@example.org', 'd@example.com'], 'e-mail'],
    [['+49 30 1234567', '0049 171 1234567', '+44 20 7946 0958'], 'phone'],
    [['Anna Müller', 'Schmidt, Peter', 'Dr. Maria K. Weber', 'Zoe Quandt'], 'name'],
  ])('is known by cells such as %j', (cells, kind) => {
    expect(personalKindOf('Column 1', cells)).toBe(kind)
  })

  test.each([
    ['site', ['Shop 1', 'Shop 2', 'Shop 3']],
    ['name', ['Ward 7', 'Ward 8', 'Intensive Care']],
    ['store', ['St. Martin', 'Paul', 'Frankfurt am Main']],
    ['Filiale', ['Berlin Mitte', 'Hamburg Altona', 'Anna Apotheke', 'Köln Süd', 'Bonn Zentrum']],
    ['hotel', []],
    ['phones sold', ['12', '13']],
    ['zip', ['10115', '20095', '50667']],
    ['week', ['2024-W01', '2024-W02', '2024-W03']],
  ])('places stay places: %s', (column, cells) => {
    expect(personalKindOf(column, cells)).toBeNull()
  })
})
