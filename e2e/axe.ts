/** All rules of axe, best practice and the one that is off by itself included: a name that differs from what is read. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Fails with the rule, the element and what is wrong with it. The page as a whole, or what the selector names. */
export async function expectNoViolations(page: Page, within = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
    .analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll(/\s+/g, ' ')}`),
  )
  expect(found, 'axe').toEqual([])
}
