/** What somebody chooses on one device he finds on the next. */
import { expectNoViolations } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { forbidPointer } from '../keyboard.ts'
import { settle } from '../routes.ts'
import { aSeller } from '../sales-world.ts'

test.use({ account: null })

test('takes row height and theme along to another device', async ({ page, world, signIn, signedIn }) => {
  const { ownerId } = await aSeller(world)
  await signIn(ownerId)
  await forbidPointer(page)
  await page.goto('/me')
  await settle(page)
  await page.getByRole('radio', { name: '紧凑' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: '深色' }).focus()
  await page.keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  const kept = () => world.user.findUniqueOrThrow({ where: { id: ownerId }, select: { preferences: true } })
  await expect.poll(kept).toEqual({ preferences: { density: 'compact', scheme: 'dark' } })

  const elsewhere = await signedIn(ownerId)
  await elsewhere.goto('/customers')
  await settle(elsewhere)
  const root = elsewhere.locator('html')
  await expect(root).toHaveAttribute('data-density', 'compact')
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectNoViolations(elsewhere)
  await elsewhere.reload() // the first paint has it already
  await expect(root).toHaveAttribute('data-density', 'compact')
})
