import { describe, expect, test } from 'vitest'
import { delimiterOf } from './delimiter-of.ts'

describe('delimiterOf', () => {
  test.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['site;value\nA;1,5\nB;2,5', ';'],
    ['A;1,5\nB;2,5', ';'],
    ['A\t1,5\nB\t2,5', '\t'],
    ['site,note\nA,"x;y;z"\nB,"1;2;3"', ','],
    ['"a;b","c;d"\r\n"e;f","g"', ','],
    ['"say ""a;b""",c\n"d",e', ','],
    ['site,note\nA,"two\nlines; here"\nB,ok', ','],
    ['Sales report\n\nsite;week;value\nA;1;1,5\nB;1;2,5', ';'],
    ['name,text\na,one; two\nb,three', ','],
    ['a;b\r1;2\r', ';'],
    ['one column\nonly', ','],
    ['', ','],
  ])('%j is divided by %j', (text, delimiter) => {
    expect(delimiterOf(text)).toEqual({ delimiter, skip: 0 })
  })

  test('the line sep= decides', () => {
    expect(delimiterOf('sep=;\r\na,b;c')).toEqual({ delimiter: ';', skip: 7 })
    expect(delimiterOf('SEP=\t\na\tb')).toEqual({ delimiter: '\t', skip: 6 })
    expect(delimiterOf('"sep=^"\na^b')).toEqual({ delimiter: '^', skip: 8 })
  })

  test('a row that is cut off does not count', () => {
    expect(delimiterOf('a,b;c\n1,2;3\n1;2;3;4;', false).delimiter).toBe(';')
    expect(delimiterOf('a,b\n1,2\n"x;', false).delimiter).toBe(',')
  })
})
