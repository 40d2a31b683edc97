/*
 * What every end-to-end test stands on: signed in by a session row, in the language and theme of its project, reduced
 * motion, and a page on which nothing may go wrong unnoticed.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { openWorld } from '@rapport/prisma/factories/open-world.ts'
import type { World } from '@rapport/prisma/factories/world.ts'
import { listen, type Noise } from './noise.ts'
import { STEADY, sumShifts, UNSTEADY, watchShifts } from './shifts.ts'
import { strewAnswers } from './strewn.ts'

export type TestOptions = {
  language: 'zh' | 'en'
  /** Who is signed in: the e-mail of a person of the demo company; null is nobody. */
  account: string | null
  /** The answers of the API come one after another and in disorder, and nothing may move for it. */
  strewn: boolean
}
export type WorkerOptions = {
  /** RAPPORT_HOME of the server under test. */
  home: string
}
type Fixtures = TestOptions & {
  noise: Noise
  /** Nothing jumps under the reader's eyes. */
  steadiness: void
  /** Signs another person in, from the next page on. */
  signIn: (userId: string) => Promise<void>
  /** A page of somebody else, in a browser of his own. */
  signedIn: (userId: string) => Promise<Page>
}
type WorkerFixtures = WorkerOptions & {
  /** The server's own database, to build what a test needs. */
  world: World
}

const databaseOf = (home: string): string => {
  const read = (name: string) => readFileSync(path.join(home, 'postgres', name), 'utf8')
  const { rapport } = JSON.parse(read('passwords.json')) as { rapport: string }
  return `postgresql://rapport:${rapport}@127.0.0.1:${read('port').trim()}/rapport?sslmode=disable`
}

const cookieOf = async (world: World, userId: string) => {
  const { token } = await aSession(world, userId)
  const place = { domain: '127.0.0.1', path: '/', expires: -1 }
  return { name: 'rapport', value: token, ...place, httpOnly: true, secure: false, sameSite: 'Lax' as const }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  language: ['zh', { option: true }],
  account: ['shen@example.com', { option: true }],
  strewn: [false, { option: true }],
  home: ['', { option: true, scope: 'worker' }],
  world: [
    async ({ home }, use) => {
      const world = openWorld(databaseOf(home))
      await use(world)
      await world.$disconnect()
    },
    { scope: 'worker' },
  ],
  storageState: async ({ account, language, world, baseURL }, use) => {
    const person = account && (await world.user.findFirstOrThrow({ where: { email: account }, select: { id: true } }))
    const chosen = [{ name: 'rapport.language', value: language }]
    await use({
      cookies: person ? [await cookieOf(world, person.id)] : [],
      origins: [{ origin: baseURL ?? '', localStorage: chosen }],
    })
  },
  signIn: async ({ context, world }, use) => {
    await use(async (userId) => context.addCookies([await cookieOf(world, userId)]))
  },
  signedIn: async ({ browser, storageState, baseURL, world }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (userId) => {
      const context = await browser.newContext({ storageState, ...(baseURL && { baseURL }) })
      contexts.push(context)
      await context.addCookies([await cookieOf(world, userId)])
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  noise: [
    async ({ context }, use) => {
      const noise = listen(context)
      await use(noise)
      base.expect(noise.heard(), 'console, page errors and failed requests').toEqual([])
    },
    { auto: true },
  ],
  steadiness: [
    async ({ context, strewn }, use) => {
      await context.addInitScript(watchShifts)
      if (strewn) await strewAnswers(context)
      await use()
      for (const page of context.pages())
        base.expect(await page.evaluate(sumShifts), 'layout shift [B12]').toBeLessThan(strewn ? STEADY : UNSTEADY)
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
