import { describe, expect, it } from 'vitest'
import { judgeSheet } from './judge.ts'

const sheet = (...rows: string[][]) => rows.map((row) => row.map((text) => ({ text, formula: null as string | null })))
const sent = (note: string) => new Map([['r1', { Note: note }]])
const judge = (opened: string, text: string) => judgeSheet(sheet(['Note', 'Id'], [opened, 'r1']), 'Id', sent(text))

describe('judgeSheet', () => {
  it.each([
    ['a=1', 'a=1', 0],
    ["'=1", '=1', 1],
    ["''=1", "'=1", 1],
    ["' \u200b＝1", ' \u200b＝1', 1],
    ["'\tx", '\tx', 1],
    ['a\nb', 'a\r\nb', 0],
    ['e\u0301'.normalize('NFC'), 'e\u0301', 0],
    ['x', 'x\ufffe', 0],
  ])('takes %j for what was sent as %j', (opened, text, guarded) =>
    expect(judge(opened, text)).toMatchObject({ rows: 1, cells: 1, guarded, formulas: [], faults: [] }),
  )

  it.each([
    ['=1', '=1'],
    ['1', '=1'],
    ["''=1", '=1'],
    ["'a", 'a'],
    ['a', ' a'],
    ['', 'a'],
    ['7', '007'],
  ])('finds fault with %j for %j', (opened, text) => expect(judge(opened, text).faults).toHaveLength(1))

  it('finds what a row lost, what it has too much, and a formula wherever it stands', () => {
    const opened = sheet(['Id', 'Note'], ['r1', 'a', '=1'], ['r2', 'b'])
    opened[2]![1]!.formula = 'of:=1+1'
    const both = new Map([...sent('a'), ['r3', { Note: 'c' }]])
    const { rows, formulas, faults } = judgeSheet(opened, 'Id', both)
    expect([rows, formulas]).toEqual([2, ['of:=1+1']])
    expect(faults).toEqual(['3 cells below 2 headers: "=1"', 'Note: "c" is opened as ""'])
  })
})
