/** The keyboard, as somebody without a mouse has it: Tab until one is there, see where one is, press. */
import { expect, type Locator, type Page } from '@playwright/test'

const FAR = 120

/** Fails the test as soon as a pointer touches the page. */
export async function forbidPointer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new Error('A pointer was used on a journey by keyboard')
    }
    addEventListener('pointerdown', refuse, true)
  })
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Presses Tab until the target has the focus, which must then be seen. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < FAR && !(await isFocused(target)); presses++) await page.keyboard.press(key)
  await expect(target).toBeFocused()
  await expectFocusSeen(page)
}

/** The surroundings of the focused element look different once it has lost the focus. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const focused = await page.locator('*:focus').elementHandle()
  const box = await focused?.boundingBox()
  if (!focused || !box) throw new Error('nothing that can be seen has the focus')
  const clip = { x: Math.max(0, box.x - 4), y: Math.max(0, box.y - 4), width: box.width + 8, height: box.height + 8 }
  const look = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  const before = await look()
  await focused.evaluate((element) => (element as HTMLElement).blur())
  const after = await look()
  await focused.evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }))
  expect(before.equals(after), 'the focus can be seen').toBe(false)
}

/** Goes there and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Opens a menu and waits until its keys work: before, they would be lost. */
export async function openMenu(page: Page, button: Locator): Promise<void> {
  await press(page, button)
  await expect(page.locator('[role=menu] :focus')).toHaveCount(1)
}

/** Finds a record while typing in the input that has the cursor, and takes the only one of this name. */
export async function chooseTyped(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name)
  await expect(page.getByRole('option')).toHaveText([name])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name })).toBeHidden()
}
