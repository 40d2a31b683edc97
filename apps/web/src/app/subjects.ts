/** Customers, contacts and deals looked up in one field: what an activity can be about. A value is `customers:<id>`. */
import { activityFields as fields } from '@rapport/domain/features/activities/activities.fields.ts'
import type { SearchHit } from '@rapport/domain/features/search/search.ts'
import { call } from '../lib/call.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { textOf } from '../lib/use-language.ts'
import type { RefOption } from '../ui/ref-source.ts'
import { visits } from './palette/visits.ts'

/** The field of an activity that names a record of the noun. */
export const subjectFields = {
  customers: 'customerId',
  contacts: 'contactId',
  opportunities: 'opportunityId',
} as const
type SubjectNoun = keyof typeof subjectFields

const SHOWN = '20'
const isSubject = (noun: string | undefined): noun is SubjectNoun => noun !== undefined && noun in subjectFields
const kindOf = (noun: SubjectNoun) => textOf(fields[subjectFields[noun]].label, currentLanguage())
const optionOf = (noun: SubjectNoun, id: string, label: string, detail?: string | null): RefOption => ({
  value: `${noun}:${id}`,
  label,
  note: [kindOf(noun), detail].filter(Boolean).join(' · '),
})

/** Noun and id in the value of such a field; null in anything else. */
export const subjectIn = (value: unknown): { noun: SubjectNoun; id: string } | null => {
  const [noun, id] = String(value ?? '').split(':')
  return isSubject(noun) && id ? { noun, id } : null
}

// Before anything is typed: the records one was at last.
const lastAt = (): RefOption[] =>
  visits().flatMap(({ to, name }) => {
    const [, noun, id] = to.split('/')
    return isSubject(noun) && id ? [optionOf(noun, id, name)] : []
  })

const optionOfHit = ({ type, id, title, detail }: SearchHit): RefOption[] =>
  isSubject(type) ? [optionOf(type, id, title, detail)] : []

const readers = {
  customers: 'GET /customers/:id',
  contacts: 'GET /contacts/:id',
  opportunities: 'GET /opportunities/:id',
} as const

export const subjects = {
  search: async (text: string, signal: AbortSignal): Promise<RefOption[]> => {
    if (text === '') return lastAt()
    const query = { q: text, types: Object.keys(subjectFields).join(','), limit: SHOWN }
    return (await call('GET /search', { query, signal })).items.flatMap(optionOfHit)
  },
  read: async (value: string, signal: AbortSignal): Promise<RefOption> => {
    const { noun, id } = subjectIn(value) ?? { noun: 'customers', id: value }
    const { name } = await call(readers[noun], { params: { id }, signal })
    return optionOf(noun, id, name)
  },
}
