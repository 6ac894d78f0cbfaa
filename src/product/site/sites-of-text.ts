import { type NewSite, Site } from './site.ts'

const attributesMost = 20

/**
 * Sites from pasted text, one a line. Columns of a pasted table become attributes, named by its first line: the name
 * comes first. Blank lines and names that stand there twice are left out.
 */
export function sitesOfText(text: string, kind: Site['kind']): NewSite[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter(([name = '']) => name !== '')
  const isTable = lines.some((cells) => cells.length > 1)
  const [header = [], ...below] = lines
  return (isTable ? below : lines).flatMap(([name = '', ...cells]) => {
    const named = isTable ? cells.map((cell, at) => [header[at + 1] ?? '', cell] as const) : []
    const attributes = Object.fromEntries(
      named.filter(([column, cell]) => column !== '' && cell !== '').slice(0, attributesMost),
    )
    const site = { name, kind, teamId: null, attributes }
    return Site.shape.name.safeParse(name).success ? [site] : []
  })
}
