import { expect, it } from 'vitest'
import { csvOfTable } from './figures-file.ts'

const table = (html: string): HTMLTableElement => {
  const frame = document.createElement('div')
  frame.innerHTML = `<table>${html}</table>`
  return frame.querySelector('table') as HTMLTableElement
}

it('writes exact numbers where the table shows short ones, and words as they stand', () => {
  const shown = table(`
    <thead><tr><th>负责人</th><th>赢单金额</th><th>赢率</th></tr></thead>
    <tbody><tr><th> 何婉 </th><td><a data-drill="6980000.00">¥698万</a></td><td>90.9%</td></tr></tbody>
    <tfoot><tr><th>合计, 全部</th><td><a data-drill="0">–</a></td><td>–</td></tr></tfoot>`)
  expect(csvOfTable(shown)).toBe('\ufeff负责人,赢单金额,赢率\r\n何婉,6980000.00,90.9%\r\n"合计, 全部",0,–\r\n')
})

it('writes nothing that a spreadsheet takes for a formula', () => {
  const shown = table('<tbody><tr><th>=1+1</th><td>-3 天</td><td><a data-drill="=2">2</a></td></tr></tbody>')
  expect(csvOfTable(shown)).toBe("\ufeff'=1+1,'-3 天,'=2\r\n")
})
