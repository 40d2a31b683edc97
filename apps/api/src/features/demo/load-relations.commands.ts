/** How the people and customers of the sample company are related. */
import { relationDictionaries, type RelatedType } from '@rapport/domain/features/relations/relations.fields.ts'
import { relations } from '../../demo/story/relations.ts'
import { relateRecord } from '../relations/relations.commands.ts'
import { asOf, idOf, type Story } from './story.ts'

export const loadRelations = async (story: Story): Promise<void> => {
  const { made, language, tx } = story
  for (const { of, by, one, other, kind, note, ago } of relations) {
    const ids = of === 'contact' ? made.contacts : made.customers
    const id = idOf(ids, one)
    const { id: typeId } = await tx.db.dictionaryItem.findFirstOrThrow({
      where: { code: kind, dictionary: { code: relationDictionaries[of] } },
      select: { id: true },
    })
    const said = { otherId: idOf(ids, other), typeId, ...(note && { note: note[language] }) }
    await relateRecord(asOf(story, by, ago), { of, id }, { ...said, version: await versionOf(story, of, id) })
  }
}

const versionOf = async ({ tx: { db } }: Story, of: RelatedType, id: string): Promise<number> => {
  const asked = { where: { id }, select: { version: true } }
  const stored = of === 'contact' ? db.contact.findUniqueOrThrow(asked) : db.customer.findUniqueOrThrow(asked)
  return (await stored).version
}
