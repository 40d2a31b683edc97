/** What the people of the sample company share with each other. */
import { addDays, dateIn } from '@rapport/domain/dates.ts'
import { sharings } from '../../demo/story/sharings.ts'
import { shareRecord } from '../collaborators/collaborators.commands.ts'
import { targetOf } from './load-comments.commands.ts'
import { asOf, idOf, type Story } from './story.ts'

export const loadSharings = async (story: Story): Promise<void> => {
  for (const { about, by, to, access, ago, days } of sharings) {
    const { targetType: type, targetId: id } = await targetOf(story, about)
    const tx = asOf(story, by, ago)
    const until = days === null ? null : addDays(dateIn(tx.now, 'Asia/Shanghai'), days)
    const version = await versionOf(story, type, id)
    await shareRecord(
      tx,
      { type, id },
      { userId: idOf(story.made.users, to), access, until, version },
      async () => null,
    )
  }
}

const versionOf = async ({ tx: { db } }: Story, type: 'customer' | 'opportunity', id: string): Promise<number> => {
  const asked = { where: { id }, select: { version: true } }
  const stored = type === 'customer' ? db.customer.findUniqueOrThrow(asked) : db.opportunity.findUniqueOrThrow(asked)
  return (await stored).version
}
