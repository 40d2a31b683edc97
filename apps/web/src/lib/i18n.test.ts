import i18next from 'i18next'
import { expect, it } from 'vitest'
import { currentLanguage, loadTexts, switchLanguage } from './i18n.ts'

it('has the texts of a room that opens while the language is switched', async () => {
  const before = currentLanguage()
  const other = before === 'zh' ? 'en' : 'zh'
  const switching = switchLanguage(other)
  await Promise.all([switching, loadTexts('trash')])
  expect(i18next.hasResourceBundle(other, 'trash')).toBe(true)
  await switchLanguage(before)
})
