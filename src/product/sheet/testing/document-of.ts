import { zipOf } from './zip-of.ts'

/** A cell of an OpenDocument table: as plain as one can be, or as the XML that a program writes for it. */
export type DocumentCell = string | number | boolean | null | { xml: string }

export interface DocumentTab {
  /** Rows of cells, or the XML of a row. */
  rows: readonly (readonly DocumentCell[] | { xml: string })[]
  isHidden?: boolean
  /** XML before the rows: columns, shapes. */
  head?: string
}

const spaces = ['office', 'style', 'text', 'table', 'number', 'draw', 'dc']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
  .join(' ')
const kind = 'application/vnd.oasis.opendocument.spreadsheet'

/** An .ods workbook, as small as one can be and as LibreOffice writes it. */
export function documentOf(tabs: Readonly<Record<string, DocumentTab>>, styles = ''): Buffer {
  return zipOf(documentFiles(tabs, styles))
}

/** The files inside. `styles` are more of the automatic ones. */
export function documentFiles(tabs: Readonly<Record<string, DocumentTab>>, styles = ''): Record<string, string> {
  const tables = Object.entries(tabs).map(([name, tab]) => tableOf(name, tab))
  return {
    mimetype: kind,
    'content.xml': documentXml(`<office:spreadsheet>${tables.join('')}</office:spreadsheet>`, styles),
    'META-INF/manifest.xml': `${xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  }
}

/** What stands in `content.xml` around the body of a document. */
export function documentXml(body: string, styles = ''): string {
  return `${xml}<office:document-content ${spaces} office:version="1.3"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'

function tableOf(name: string, { rows, isHidden = false, head = '' }: DocumentTab): string {
  const lines = rows.map((row) =>
    'xml' in row ? row.xml : `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`,
  )
  return `<table:table table:name="${escaped(name)}" table:style-name="${isHidden ? 'ta2' : 'ta1'}">${head}${lines.join('')}</table:table>`
}

function cellOf(cell: DocumentCell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'object') return cell.xml
  if (typeof cell === 'boolean')
    return `<table:table-cell office:value-type="boolean" office:boolean-value="${cell}"><text:p>${String(cell).toUpperCase()}</text:p></table:table-cell>`
  const about =
    typeof cell === 'number'
      ? `office:value-type="float" office:value="${cell}" calcext:value-type="float"`
      : 'office:value-type="string" calcext:value-type="string"'
  return `<table:table-cell ${about}><text:p>${escaped(String(cell))}</text:p></table:table-cell>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
