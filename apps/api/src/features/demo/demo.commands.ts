/** Loads the sample company through the commands people use, at the times things happened, in one transaction. */
import { rm } from 'node:fs/promises'
import type { Prisma } from '@rapport/prisma'
import { hashPassword } from '../../access/password.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { organisation } from '../../demo/story/people.ts'
import { findTrouble } from '../../db/trouble.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { installDefaults } from '../installations/defaults.commands.ts'
import { ORGANISATION_ID, writeOrganisation } from '../settings/settings.commands.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'
import { loadComments } from './load-comments.commands.ts'
import { loadCustomers } from './load-customers.commands.ts'
import { loadDeals } from './load-deals.commands.ts'
import { loadCompetitors, loadPeople, loadProducts } from './load-people.commands.ts'
import { loadRelations } from './load-relations.commands.ts'
import { loadCards, loadFiles } from './load-files.commands.ts'
import { loadSharings } from './load-sharings.commands.ts'
import { loadViews } from './load-views.commands.ts'
import type { Language, Story } from './story.ts'

const MINUTES = 3 * 60_000
const DEMO_LOCK = 4_712

/** Errors: 409 `demo.present`. `password` is that of all sample accounts. */
export const loadDemo = async (ctx: Ctx, language: Language, password: string): Promise<{ records: number }> => {
  const passwordHash = await hashPassword(password)
  // Longer than a command may take: it is some thousand statements, once.
  const files: string[] = []
  try {
    return await ctx.services.prisma.$transaction(
      (db) => load({ ...ctx, db, subject: null }, language, passwordHash, files),
      { maxWait: 5_000, timeout: MINUTES },
    )
  } catch (error) {
    // A database that goes away while it commits may have kept the rows, whose files then must stay.
    if (findTrouble(error) !== 'away') for (const file of files) await rm(file, { force: true })
    throw error
  }
}

const load = async (
  tx: Tx,
  language: Language,
  passwordHash: string,
  files: string[],
): Promise<{ records: number }> => {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(${DEMO_LOCK})`
  if (await tx.db.demoRecord.findFirst()) refuse('demo.present')
  await installDefaults(tx)
  await nameOrganisation(tx, language)
  const made = {
    teams: new Map(),
    users: new Map(),
    products: new Map(),
    competitors: new Map(),
    customers: new Map(),
    contacts: new Map(),
  }
  const story: Story = { tx, language, made, records: [], files }
  await loadPeople(story, passwordHash)
  await loadProducts(story)
  await loadCompetitors(story)
  await loadCustomers(story)
  await loadDeals(story)
  await loadRelations(story)
  await loadSharings(story)
  await loadComments(story)
  await loadFiles(story)
  await loadCards(story)
  await loadViews(story)
  await remember(tx, story)
  await record(tx, { type: 'demo.loaded', subject: ORGANISATION_ID, title: organisation[language] })
  return { records: story.records.length }
}

const nameOrganisation = async (tx: Tx, language: Language): Promise<void> => {
  const { version: _, demoLoaded: _d, ...now } = await loadOrganisation(tx)
  if (now.name) return
  await writeOrganisation(tx, {
    ...now,
    name: organisation[language],
    defaultLocale: language === 'zh' ? 'zh-CN' : 'en',
  })
}

const tables: Record<string, string> = {
  teams: 'teams',
  users: 'users',
  products: 'products',
  competitors: 'competitors',
  customers: 'customers',
  contacts: 'contacts',
  opportunities: 'opportunities',
  activities: 'activities',
  comments: 'comments',
  'saved-views': 'saved_views',
}
export const demoTables = tables

/** What was made and in which version, so that what people change later is recognised. */
const remember = async (tx: Tx, { records }: Story): Promise<void> => {
  await tx.db.demoRecord.createMany({
    data: records.map(({ noun, id }, order): Prisma.DemoRecordCreateManyInput => ({
      recordType: noun,
      recordId: id,
      order,
    })),
  })
  for (const noun of Object.keys(tables))
    await tx.db.$executeRaw`select remember_demo_versions(${noun}, ${tables[noun]}::regclass)`
}
