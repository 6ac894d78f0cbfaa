import { describe, expect, test } from 'vitest'
import { foreignFile } from './foreign-file.ts'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('foreignFile', () => {
  test.each([
    ['PK\x03\x04\x14\x00\x06\x00[Content_Types].xml', 'is-xlsx', { type: 'xlsx' }],
    ['PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'is-xlsx', { type: 'ods' }],
    ['PK\x03\x04\x14\x00[Content_Types].xml...word/document.xml', 'is-archive', { type: 'zip' }],
    ['PK\x05\x06\x00\x00', 'is-archive', { type: 'zip' }],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'is-xlsx', { type: 'xls' }],
    ['%PDF-1.7', 'is-pdf', {}],
    ['\x1f\x8b\x08', 'is-archive', { type: 'gzip' }],
    ['\n <!DOCTYPE html><html>', 'is-html', {}],
    ['<?xml version="1.0"?>', 'is-html', {}],
    ['\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03\x04', 'is-binary', {}],
  ])('%j', (start, code, values) => {
    expect(foreignFile(bytes(start))).toMatchObject({ code, values })
  })

  test.each(['', 'PK;Name;Value\n1;a;2', 'a,b\n1,\0', '\xff\xfea\0,\0', '<5 years;3', 'site\tweek\r\n'])(
    '%j may be text',
    (start) => {
      expect(foreignFile(bytes(start))).toBeNull()
    },
  )
})
