/** What the people of the sample company said to each other about customers and deals. */
import { mentionOf } from '@rapport/domain/features/comments/mentions.ts'
import { comments, type DemoComment } from '../../demo/story/comments.ts'
import { createComment } from '../comments/comments.commands.ts'
import { asOf, idOf, noteMade, type Story } from './story.ts'

type Said = Pick<DemoComment, 'by' | 'ago' | 'hour' | 'text'>
type Target = { targetType: 'customer' | 'opportunity'; targetId: string }

export const loadComments = async (story: Story): Promise<void> => {
  for (const { about, answers = [], ...said } of comments) {
    const target = await targetOf(story, about)
    const parentId = await say(story, target, said)
    for (const answer of answers) await say(story, target, answer, parentId)
  }
}

const say = async (story: Story, target: Target, { by, ago, hour, text }: Said, parentId: string | null = null) => {
  const { users } = story.made
  const body = text[story.language].replaceAll(/@([a-z]+)/g, (_, key: string) => mentionOf(idOf(users, key)))
  const made = await createComment(asOf(story, by, ago, hour), { ...target, parentId, body })
  return noteMade(story, 'comments', made.id)
}

/** The record that a part of the story is about. */
export const targetOf = async ({ tx, made }: Story, about: DemoComment['about']): Promise<Target> => {
  if ('customer' in about) return { targetType: 'customer', targetId: idOf(made.customers, about.customer) }
  const where = { customerId: idOf(made.customers, about.dealOf), phase: 'open' }
  const deal = await tx.db.opportunity.findFirstOrThrow({ where, orderBy: { id: 'asc' }, select: { id: true } })
  return { targetType: 'opportunity', targetId: deal.id }
}
