type Page = { waitForTimeout: (milliseconds: number) => Promise<void> }

export const pause = (page: Page) => page.waitForTimeout(100)
