/** The pictures of the README: `npm run screenshots`. No test; kept here for its browser, server and sign-in. */
import { defineConfig } from '@playwright/test'
import type { TestOptions, WorkerOptions } from './fixtures.ts'
import base from './playwright.config.ts'

export default defineConfig<TestOptions, WorkerOptions>({
  ...base,
  workers: 1,
  outputDir: 'test-results/screenshots', // beside those of the tests, which it would else empty
  projects: [{ name: 'screenshots', testDir: './screenshots', use: { viewport: { width: 1440, height: 830 } } }],
})
