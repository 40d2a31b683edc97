/** Four pages of the demo company, light and dark, in both languages. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type TestOptions } from '../fixtures.ts'
import { addressOf, settle } from '../routes.ts'

type Picture = {
  name: string
  language: TestOptions['language']
  colorScheme: 'light' | 'dark'
  address: (page: Page) => string | Promise<string>
}

const folder = path.resolve(import.meta.dirname, '../../docs/screenshots')
const LARGEST = 250_000

const first = (noun: string) => (page: Page) => addressOf({ path: `/${noun}/:id`, testParams: { id: noun } }, page)

const pictures: Picture[] = [
  { name: 'board', language: 'zh', colorScheme: 'light', address: () => '/opportunities' },
  { name: 'analytics', language: 'zh', colorScheme: 'dark', address: () => '/analytics' },
  { name: 'customers', language: 'en', colorScheme: 'light', address: () => '/customers' },
  { name: 'opportunity', language: 'en', colorScheme: 'dark', address: first('opportunities') },
]

for (const { name, address, ...look } of pictures)
  test.describe(name, () => {
    test.use(look)
    test(`docs/screenshots/${name}.png`, async ({ page }) => {
      await page.goto(await address(page))
      await settle(page)
      const file = path.join(folder, `${name}.png`)
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
      expect(statSync(file).size).toBeLessThan(LARGEST)
    })
  })
