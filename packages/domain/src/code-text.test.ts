import { describe, expect, it } from 'vitest'
import { codeText, inLanguage, wordsOf } from './code-text.ts'

const label = { zh: '需求', en: 'Need known' }

describe('codeText', () => {
  it('says a kept code in the language of who reads it, names within it too', () => {
    const params = { stage: 'Offer', unmet: [label, { zh: '预算', en: 'Budget' }] }
    expect(codeText('import.criteria', 'en', params)).toContain('Need known, Budget')
    expect(codeText('import.criteria', 'zh-CN', params)).toContain('需求、预算')
    expect(codeText('import.duplicate', 'en', { record: label })).toBe('Duplicate of the existing record "Need known"')
  })

  it('puts the words of a reason in the place of its code, and leaves what is none as it is', () => {
    const refused = (reason: string, locale: 'zh-CN' | 'en') => codeText('import.refused', locale, { reason })
    expect(refused('customer.cycle', 'en')).not.toContain('customer.cycle')
    expect(refused('customer.cycle', 'zh-CN')).toMatch(/^系统拒绝了此行：\p{Script=Han}/u)
    expect(refused('SQL 23514', 'en')).toBe('The row was refused: SQL 23514')
  })

  it('knows nothing of other codes, and what must say something says so', () => {
    expect(codeText('no.such', 'en')).toBeNull()
    expect(wordsOf('no.such', {}, 'en')).toBe(codeText('internal', 'en'))
  })
})

it('takes the other language where one is missing', () => {
  expect(inLanguage({ zh: '泵', en: '' }, 'en')).toBe('泵')
  expect(inLanguage(3, 'en')).toBe('3')
})
