import { expect, it } from 'vitest'
import { readFlatSheet } from './flat-sheet.ts'

const document = (rows: string) =>
  `<office:document><office:body><table:table table:name="0" table:style-name="ta1">
   <table:table-column table:style-name="co1"/>${rows}</table:table>
   <table:table table:name="second"><table:table-row><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row></table:table>
   </office:body></office:document>`
const row = (cells: string) => `<table:table-row table:style-name="ro1">\n${cells}\n</table:table-row>`
const cell = (inner: string, attributes = '') => `<table:table-cell${attributes}>\n  ${inner}\n </table:table-cell>`
const text = (value: string) => ({ text: value, formula: null })

it('reads lines, white space, signs and links of the first sheet as they are meant', () => {
  const cells = [
    '<text:p>a<text:s/> b<text:s text:c="3"/></text:p>',
    '<text:p/><text:p> two</text:p>',
    '<text:p>a<text:tab/>b<text:line-break/>c</text:p>',
    '<text:p>&lt;b&gt;&amp;amp;&quot;&apos;&#x1F600;&#10;</text:p>',
    '<text:p><text:span text:style-name="T1">x</text:span><text:a xlink:href="http://x">y</text:a></text:p>',
  ]
  expect(readFlatSheet(document(row(cells.map((one) => cell(one)).join('\n'))))).toEqual([
    ['a  b   ', '\n two', 'a\tb\nc', `<b>&amp;"'😀\n`, 'xy'].map(text),
  ])
})

it('tells formulas, also those that show nothing', () => {
  const formula = ' table:formula="of:=HYPERLINK(&quot;x&quot;)" office:value-type="string"'
  expect(readFlatSheet(document(row(cell('', formula) + cell('<text:p>=1</text:p>'))))).toEqual([
    [{ text: '', formula: 'of:=HYPERLINK("x")' }, text('=1')],
  ])
})

it('counts out repeated cells, and leaves out what is empty at the end of a row and of the sheet', () => {
  const repeated = '<table:table-cell table:number-columns-repeated="2"/>'
  const end = '<table:table-cell table:number-columns-repeated="16384"/>'
  const rows = row(`${cell('<text:p>a</text:p>')}${repeated}${cell('<text:p>b</text:p>')}${end}`)
  const rest = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
  expect(readFlatSheet(document(rows + rest))).toEqual([[text('a'), text(''), text(''), text('b')]])
})

it('refuses a document without a sheet', () => {
  expect(() => readFlatSheet('<office:document/>')).toThrow('no sheet')
})
