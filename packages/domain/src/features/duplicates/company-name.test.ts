import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeCompanyName } from './company-name.ts'

describe('normalizeCompanyName', () => {
  it.each([
    ['常州蓝隼新能源科技有限公司', '蓝隼新能源科技'],
    ['蓝隼新能源科技股份有限公司', '蓝隼新能源科技'],
    ['江苏省常州市蓝隼新能源科技有限责任公司', '蓝隼新能源科技'],
    ['蓝隼新能源科技（常州）有限公司', '蓝隼新能源科技'],
    ['蓝隼 新能源·科技(常州市)集团有限公司', '蓝隼新能源科技'],
    ['内蒙古自治区伊利集团', '伊利'],
    ['ACME Co., Ltd.', 'acme'],
    ['Acme  Inc', 'acme'],
    ['ＡＣＭＥ GmbH', 'acme'],
    ['Müller & Söhne KG', 'müllersöhne'],
    ['Limited Edition', 'limitededition'],
    ['上海公司', '上海'],
    ['北京有限公司', '北京'],
    ['Cancity', 'cancity'],
    ['叶知秋', '叶知秋'],
    ['--', ''],
  ])('%s becomes %s', (name, wanted) => expect(normalizeCompanyName(name)).toBe(wanted))

  it('keeps a bracket that is not a place', () => {
    expect(normalizeCompanyName('鹿屿(生物)科技')).toBe('鹿屿生物科技')
  })

  it('leaves alone what it has made, and never grows it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const once = normalizeCompanyName(name)
        expect(once).toBe(once.toLowerCase().normalize('NFKC') === once ? once : normalizeCompanyName(name))
        expect(/\s/u.test(once)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})
