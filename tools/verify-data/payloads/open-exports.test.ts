import { afterEach, describe, expect, it, vi } from 'vitest'
import { findOffice } from '../office/find-office.ts'
import { convertFiles } from '../office/open-files.ts'
import { openExports, type ToOpen } from './open-exports.ts'

const silenced = () => [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((one) => one.mockReturnValue())
afterEach(() => vi.restoreAllMocks())

const HEAD = '\ufeffName,Note,Id\r\n'
const aFile = (row: string, name: string, note: string): ToOpen => ({
  file: Buffer.from(`${HEAD}${row},r1\r\n`),
  key: 'Id',
  sent: new Map([['r1', { Name: name, Note: note }]]),
})

it('counts every file as skipped where there is no office program, and says so', async () => {
  const [, error] = silenced()
  const files = new Map([['a.csv', aFile('a,b', 'a', 'b')]])
  expect(await openExports(undefined, files)).toEqual({ expected: {}, found: {}, skipped: 1 })
  expect(error).toHaveBeenCalledWith(expect.stringContaining('NO LIBREOFFICE'))
})

describe.skipIf(!findOffice())('in LibreOffice', () => {
  const office = findOffice()

  it('finds nothing wrong in a guarded file, and the formulas in what was planted', { timeout: 120_000 }, async () => {
    silenced()
    const good = aFile(`'=1+1,"007;'' 5 ""x"""`, '=1+1', `007;'' 5 "x"`)
    const { expected, found, skipped } = await openExports(office, new Map([['good.csv', good]]))
    expect([found, skipped]).toEqual([expected, 0])
    const both = { 'formulas, byItself': 2, 'formulas, proposed': 2 }
    expect(found).toMatchObject({ 'planted.csv': both, 'planted.xlsx': { 'formulas, byItself': 2 } })
  })

  it('finds a formula, a text that is another, and a cell torn in two', { timeout: 120_000 }, async () => {
    silenced()
    const formula = aFile('=1+1,b', '=1+1', 'b')
    const torn = aFile('a,x;=1+1', 'a', 'x;=1+1')
    const [file] = (await convertFiles(office!, new Map([['a.csv', formula.file]]), 'xlsx', 'proposed')).values()
    const files = new Map([
      ['formula.csv', formula],
      ['formula.xlsx', { ...formula, file: file! }],
      ['other.csv', aFile('a,B', 'a', 'b')],
      ['torn.csv', torn],
    ])
    const { found } = await openExports(office, files)
    expect(found).toMatchObject({
      'formula.csv': { 'formulas, byItself': 1, 'formulas, proposed': 1, 'not as sent': 1 },
      'formula.xlsx': { 'formulas, byItself': 1, 'not as sent': 1 },
      'other.csv': { 'formulas, byItself': 0, rows: 1, 'not as sent': 1 },
      // Its id is no longer where it belongs, so that neither text is found.
      'torn.csv': { 'formulas, byItself': 0, 'formulas, proposed': 1, rows: 1, 'not as sent': 3 },
    })
  })
})
