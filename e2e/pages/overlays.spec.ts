/** Whatever opens over a page, as everybody can use it [B1]: each menu, list and panel that a page announces, and each form. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { addressOf, screens, settle } from '../routes.ts'

const MANY = 8 // a page of forty rows opens forty times the same menu
const overlays = '[role=menu], [role=dialog], [role=alertdialog], [role=listbox]'

/** What in the place opens something, one of each name. */
async function openersIn(place: Locator): Promise<Locator[]> {
  const found = await place.locator('[aria-haspopup]:visible:enabled').all()
  const named = new Map<string, Locator>()
  for (const one of found) {
    const name = (await one.getAttribute('aria-label')) ?? (await one.innerText())
    if (!named.has(name)) named.set(name, one)
  }
  return [...named.values()].slice(0, MANY)
}

async function checkEach(page: Page, openers: Locator[]): Promise<void> {
  for (const opener of openers) {
    await opener.click()
    const overlay = page.locator(overlays).filter({ visible: true })
    await expect(overlay.first()).toBeVisible()
    await expectNoViolations(page, '#overlays')
    while ((await overlay.count()) > 0) await page.keyboard.press('Escape')
  }
}

for (const route of screens)
  test(`what ${route.path} opens has no violation`, async ({ page }) => {
    await page.goto(await addressOf(route, page))
    await settle(page)
    await checkEach(page, await openersIn(page.locator('main')))
  })

test('what the shell opens has no violation', async ({ page }) => {
  await page.goto('/customers')
  await settle(page)
  await checkEach(page, await openersIn(page.locator('header').first()))
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolations(page)
})

test('each form for something new has no violation', async ({ page }) => {
  test.slow() // one test of many forms
  await page.goto('/customers')
  await settle(page)
  const items = page.getByRole('menuitem')
  await page.keyboard.press('c')
  await expect(items.first()).toBeVisible()
  const names = await items.allInnerTexts()
  await page.keyboard.press('Escape')
  for (const name of names) {
    await page.keyboard.press('c')
    await items.filter({ hasText: name }).first().click()
    await expect(page).toHaveURL(/[?/]new\b/)
    // Bringing in a file is a page of its own, which is judged as such.
    if (!page.url().includes('?new=')) {
      await page.goBack()
      continue
    }
    const panel = page.getByRole('dialog')
    await expect(panel.getByRole('textbox').first()).toBeVisible()
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
  }
})

test('the questions about a deal have no violation', async ({ page, language }) => {
  const words = { zh: ['编辑', '输单'], en: ['Edit', 'Lost'] }[language]
  await page.goto('/opportunities')
  await settle(page)
  await page.getByRole('article').first().click()
  await expect(page).toHaveURL(/opportunities\/[0-9a-f-]{36}/)
  await settle(page)
  for (const name of words) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
