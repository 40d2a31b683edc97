/** Teams, people, products and competitors of the sample company. */
import { competitors } from '../../demo/story/competitors.ts'
import { people, teams } from '../../demo/story/people.ts'
import { products } from '../../demo/story/products.ts'
import { createCompetitor } from '../competitors/competitors.commands.ts'
import { createProduct } from '../products/products.commands.ts'
import { createTeam } from '../teams/teams.commands.ts'
import { insertUser } from '../users/user-creation.commands.ts'
import { asOf, idOf, noteMade, type Story } from './story.ts'

/** All of them sign in with the same password. */
export const loadPeople = async (story: Story, passwordHash: string): Promise<void> => {
  const { made, language } = story
  for (const { key, label, parent } of teams) {
    const team = await createTeam(asOf(story, null, 2700), {
      label,
      ...(parent && { parentId: idOf(made.teams, parent) }),
    })
    made.teams.set(key, noteMade(story, 'teams', team.id))
  }
  const roles = new Map(
    (await story.tx.db.role.findMany({ select: { id: true, code: true } })).map(({ code, id }) => [code ?? '', id]),
  )
  for (const person of people) {
    const tx = asOf(story, null, person.joined)
    const draft = {
      name: person.name[language],
      email: `${person.key}@example.com`,
      title: person.title[language],
      locale: language === 'zh' ? ('zh-CN' as const) : ('en' as const),
      joinedAt: tx.now.toISOString().slice(0, 10),
      primaryTeamId: idOf(made.teams, person.team),
      roleIds: [idOf(roles, person.role)],
      ...(person.manager && { managerId: idOf(made.users, person.manager) }),
    }
    const user = await insertUser(tx, draft, passwordHash)
    made.users.set(person.key, noteMade(story, 'users', user.id))
  }
}

export const loadProducts = async (story: Story): Promise<void> => {
  for (const { key, code, series, label, unit, kind, price, cost } of products) {
    const draft = { code, series, label, unit: unit[story.language], kind, listPrice: price, cost, taxRate: '0.13' }
    const product = await createProduct(asOf(story, 'shen', 1000), draft)
    story.made.products.set(key, noteMade(story, 'products', product.id))
  }
}

export const loadCompetitors = async (story: Story): Promise<void> => {
  const { language, made } = story
  for (const { key, name, strengths, weaknesses } of competitors) {
    const draft = { name: name[language], strengths: strengths[language], weaknesses: weaknesses[language] }
    const competitor = await createCompetitor(asOf(story, 'xu', 900), draft)
    made.competitors.set(key, noteMade(story, 'competitors', competitor.id))
  }
}
