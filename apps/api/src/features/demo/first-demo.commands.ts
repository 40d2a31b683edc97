/** The sample company at the first start of an installation that wants it. */
import type { Ctx } from '../../ctx.ts'
import { people } from '../../demo/story/people.ts'
import { isSetUp } from '../installations/installations.queries.ts'
import { loadDemo } from './demo.commands.ts'
import { samplePassword } from './demo-password.ts'

/** Loads it when nobody is there yet. Returns the password of its accounts, null when nothing was loaded. */
export const loadFirstDemo = async (ctx: Ctx): Promise<string | null> => {
  const { demo } = ctx.services.config
  if (!demo || (await isSetUp(ctx))) return null
  const password = samplePassword(ctx.services.config)
  await loadDemo(ctx, 'zh', password)
  return password
}

/** Who is who, for the console and the sign-in page. */
export const demoAccounts = ['shen', 'xu', 'lin'].flatMap((key) => {
  const person = people.find((one) => one.key === key)
  return person ? [{ email: `${key}@example.com`, title: person.title }] : []
})
