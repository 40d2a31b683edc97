/** Dictionaries and their items in SQL. Whoever may read dictionaries sees all of them. */
import { dictionaryFields, dictionaryItemFields } from '@rapport/domain/features/dictionaries/dictionaries.fields.ts'
import { dictionaryPolicy } from '@rapport/domain/features/dictionaries/dictionaries.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { labelText, searchedText } from '../../records/searched.ts'

export const dictionaryRecords = recordSet({
  noun: 'dictionaries',
  alias: 'dictionary',
  fields: dictionaryFields,
  from: sql`dictionaries dictionary`,
  visibleTo: () => sql`true`,
  computed: () => ({
    itemCount: sql`(select count(*)::int from dictionary_items one where one."dictionaryId" = dictionary.id and one."archivedAt" is null)`,
  }),
  labels: {},
  search: searchedText({ code: sql`dictionary.code`, label: labelText(sql`dictionary.label`) }),
  can: (actor) => ({
    edit: dictionaryPolicy.edit(actor),
    reorder: dictionaryPolicy.edit(actor),
    delete: dictionaryPolicy.delete(),
  }),
  defaultSort: ['code'],
})

export const dictionaryItemRecords = recordSet({
  noun: 'dictionaries',
  alias: 'item',
  fields: dictionaryItemFields,
  from: sql`dictionary_items item join dictionaries dictionary on dictionary.id = item."dictionaryId"
    left join dictionary_items parent on parent.id = item."parentId"`,
  visibleTo: () => sql`true`,
  computed: () => ({ dictionaryCode: sql`dictionary.code` }),
  labels: { dictionary: sql`dictionary.label`, parent: sql`parent.label` },
  search: searchedText({ code: sql`item.code`, label: labelText(sql`item.label`) }),
  facts: () => ({ archivedAt: sql`item."archivedAt"` }),
  can: (actor, row) => ({
    edit: dictionaryPolicy.edit(actor),
    archive: dictionaryPolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: dictionaryPolicy.delete(),
  }),
  defaultSort: ['order', 'code'],
})
