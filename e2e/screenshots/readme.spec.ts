/** Four pages of the demo company, light and dark, in both languages. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type TestOptions } from '../fixtures.ts'
import { settle } from '../routes.ts'

type Picture = {
  name: string
  language: TestOptions['language']
  colorScheme: 'light' | 'dark'
  address: string
}

const folder = path.resolve(import.meta.dirname, '../../docs/screenshots')
const LARGEST = 250_000

const pictures: Picture[] = [
  { name: 'board', language: 'zh', colorScheme: 'light', address: '/opportunities' },
  { name: 'analytics', language: 'zh', colorScheme: 'dark', address: '/analytics' },
  { name: 'customers', language: 'en', colorScheme: 'light', address: '/customers' },
  { name: 'pipelines', language: 'en', colorScheme: 'dark', address: '/settings/pipelines' },
]

for (const { name, address, ...look } of pictures)
  test.describe(name, () => {
    test.use(look)
    test(`docs/screenshots/${name}.png`, async ({ page }) => {
      await page.goto(address)
      await settle(page)
      const file = path.join(folder, `${name}.png`)
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
      expect(statSync(file).size).toBeLessThan(LARGEST)
    })
  })
