import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, FieldAccess } from '../../access/actor.ts'
import { events } from '../../events.ts'
import { contactFields } from '../contacts/contacts.fields.ts'
import { customerFields } from '../customers/customers.fields.ts'
import { opportunityFields } from '../opportunities/opportunities.fields.ts'
import { importantFields, restsOn, timelineKinds, timelineNouns, typesOf, type TimelineKind } from './timeline-kinds.ts'
import { toldOf, type Told } from './timelines.rules.ts'

const read = { customers: ['read'], contacts: ['read'], opportunities: ['read'], activities: ['read'] } as const
const actorWith = (fieldRules: Record<string, FieldAccess>, rights: object = read): Actor => ({
  kind: 'user',
  userId: 'u',
  name: 'Lin',
  locale: 'en',
  timeZone: 'Asia/Shanghai',
  rules: { rights: rights as Actor['rules']['rights'], scopes: {}, fieldRules, special: [] },
  teamIds: [],
  teamIdsBelow: [],
  primaryTeamId: null,
})

const fields = { customers: customerFields, contacts: contactFields, opportunities: opportunityFields }
const ruled = [
  ...timelineNouns.flatMap((noun) => Object.keys(fields[noun]).map((name) => `${noun}.${name}`)),
  ...['kind', 'status', 'actualEnd', 'customerId', 'contactId'].map((name) => `activities.${name}`),
]
const rules = fc.dictionary(fc.constantFrom(...ruled), fc.constantFrom<FieldAccess>('hidden', 'masked', 'read'))
const subject = fc.constantFrom(...timelineNouns)
const kinds = fc.uniqueArray(fc.constantFrom(...timelineKinds.map(({ value }) => value)), { minLength: 1 })
const typesIn = (told: Told) => told.events.flatMap(({ types, updates }) => [...types, ...updates])
const done = ({ activities }: Told) => (activities === 'all' || activities === 'none' ? [] : [...activities])

describe('toldOf', () => {
  it('never tells what rests on a field the reader may not read', () => {
    fc.assert(
      fc.property(rules, subject, (fieldRules, of) => {
        for (const { noun, types, fields: changed } of toldOf(actorWith(fieldRules), of).events) {
          for (const type of types)
            for (const name of restsOn[type] ?? [])
              expect(['hidden', 'masked']).not.toContain(fieldRules[`${noun}.${name}`])
          for (const name of changed) expect(fieldRules[`${noun}.${name}`]).not.toBe('hidden')
        }
      }),
    )
  })

  it('tells with more rules nothing that it did not tell before', () => {
    fc.assert(
      fc.property(rules, subject, kinds, (fieldRules, of, asked) => {
        const [fewer, all] = [
          toldOf(actorWith(fieldRules), of, { kinds: asked }),
          toldOf(actorWith({}), of, { kinds: asked }),
        ]
        expect(typesIn(all)).toEqual(expect.arrayContaining(typesIn(fewer)))
        expect(done(all)).toEqual(expect.arrayContaining(done(fewer)))
      }),
    )
  })

  it('tells of several kinds what it tells of each', () => {
    fc.assert(
      fc.property(rules, subject, kinds, (fieldRules, of, asked) => {
        const told = (some: TimelineKind[]) => toldOf(actorWith(fieldRules), of, { kinds: some })
        const apart = asked.map((kind) => told([kind]))
        expect(typesIn(told(asked)).toSorted()).toEqual(apart.flatMap(typesIn).toSorted())
        expect(done(told(asked)).toSorted()).toEqual(apart.flatMap(done).toSorted())
      }),
    )
  })

  it('tells by person only to who may read who did it, and then the same', () => {
    fc.assert(
      fc.property(rules, subject, kinds, (fieldRules, of, asked) => {
        const actor = actorWith(fieldRules)
        expect(toldOf(actor, of, { kinds: asked, byPerson: true })).toEqual(toldOf(actor, of, { kinds: asked }))
        const blind = { 'activities.ownerId': 'masked', 'comments.createdById': 'hidden', 'events.actorId': 'hidden' }
        const told = toldOf(actorWith({ ...fieldRules, ...blind } as Record<string, FieldAccess>), of, {
          kinds: asked,
          byPerson: true,
        })
        expect(told).toEqual({ activities: 'none', comments: 'none', events: [] })
      }),
    )
  })

  it('tells of what is pinned activities alone, and none to who may not read that they are', () => {
    const pinned = (rules: Record<string, FieldAccess>) => toldOf(actorWith(rules), 'customers', { pinned: true })
    expect(pinned({})).toEqual({ activities: 'all', comments: 'none', events: [] })
    expect(pinned({ 'activities.pinned': 'masked' }).activities).toBe('none')
  })

  it('tells of a noun only to who may read it, and of activities only whose end he knows', () => {
    const poor = toldOf(actorWith({}, { customers: ['read'] }), 'customers')
    expect([poor.activities, poor.events.map(({ noun }) => noun)]).toEqual(['none', ['customers']])
    expect(toldOf(actorWith({ 'activities.actualEnd': 'hidden' }), 'contacts').activities).toBe('none')
    expect(toldOf(actorWith({ 'activities.kind': 'masked' }), 'contacts', { kinds: ['call'] }).activities).toBe('none')
    expect(toldOf(actorWith({ 'activities.kind': 'masked' }), 'contacts').activities).toBe('all')
  })
})

describe('the lists', () => {
  it('name events and fields of their nouns, each once', () => {
    for (const noun of timelineNouns) {
      const types = Object.values(typesOf[noun]).flat()
      expect(types.filter((type) => events[type].noun !== noun)).toEqual([])
      expect(new Set(types).size).toBe(types.length)
      const parts = ['customers', 'lines', 'contacts', 'competitors']
      expect(importantFields[noun].filter((name) => !(name in fields[noun]) && !parts.includes(name))).toEqual([])
    }
  })
})
