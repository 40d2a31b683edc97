/**
 * Holes to be planted, each with the smallest part of the matrix that must catch it. A hole changes what the product is
 * made of at run time, or is a name that a wrapper in holes.matrix.ts knows; nothing of it stands in the product.
 */
import { allRoutes } from '@rapport/domain/api.ts'
import type { FieldAccess } from '@rapport/domain/access/actor.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import { activityPolicy } from '@rapport/domain/features/activities/activities.policy.ts'
import { commentPolicy } from '@rapport/domain/features/comments/comments.policy.ts'
import { customerPolicy } from '@rapport/domain/features/customers/customers.policy.ts'
import { importPolicy } from '@rapport/domain/features/imports/imports.policy.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import { eventRecords } from '../../features/events/events.records.ts'
import { recordSets } from '../../records/all.ts'
import { sql, type RecordSet } from '../../records/record-set.ts'
import { planted, unruled } from './planted.ts'
import type { Principal } from './rights.ts'

type Caught =
  | { route: string; noun: string; as: Principal }
  | { noun: string; field: string; rule: Extract<FieldAccess, 'hidden' | 'masked'> }
export type Hole = { name: string; plant: () => () => void; caught: Caught }

const swap = <T extends object, K extends keyof T>(target: T, key: K, value: T[K]) => {
  const kept = target[key]
  target[key] = value
  return () => void (target[key] = kept)
}
const byName = (name: string, caught: Caught): Hole => ({ name, plant: () => swap(planted, 'hole', name), caught })
const setOf = (noun: string): RecordSet => recordSets()[noun]!
const routeOf = (name: string): Route => allRoutes.find(({ route }) => `${route.method} ${route.path}` === name)!.route
const read = (noun: string, as: Principal, path = `/${noun}`) => ({ route: `GET ${path}`, noun, as })
const hidden = (noun: string, field: string) => ({ noun, field, rule: 'hidden' as const })
const everything = () => sql`true`

const rows: Hole[] = ['customers', 'contacts', 'opportunities', 'activities', 'comments', 'imports', 'api-keys'].map(
  (noun) => ({
    name: `${noun}: the rows of everybody`,
    plant: () => swap(setOf(noun), 'visibleTo', everything),
    caught: read(noun, noun === 'api-keys' ? 'integrator' : 'sales'),
  }),
)

rows.push({
  name: 'notifications: about records that went out of sight',
  plant: () => swap(setOf('notifications'), 'visibleTo', everything),
  caught: read('notifications', 'manager'),
})

const trash: Hole[] = ['customers', 'contacts', 'opportunities', 'activities', 'products'].map((noun) => ({
  name: `${noun}: the trash is not left out`,
  plant: () => swap(setOf(noun), 'visibleTo', everything),
  caught: read(noun, 'administrator', `/${noun}/:id`),
}))

const rights: Hole[] = (
  [
    ['GET /roles', 'roles', 'manager'],
    ['GET /api-keys', 'api-keys', 'sales'],
    ['GET /imports/aggregate', 'imports', 'marketing'],
    ['GET /users/:id', 'users', 'anonymous'],
  ] as const
).map(([route, noun, as]) => ({
  name: `${route} asks for no right`,
  plant: () => {
    const open = [swap(routeOf(route), 'permission', undefined), swap(routeOf(route), 'access', 'public')]
    return () => open.forEach((close) => close())
  },
  caught: { route, noun, as },
}))

const verb = <P extends object>(policy: P, name: keyof P & string, caught: Caught): Hole => ({
  name: `${'route' in caught ? caught.route : name}: the policy says yes to everybody`,
  plant: () => swap(policy, name, (() => true) as P[keyof P & string]),
  caught,
})
const verbs: Hole[] = [
  verb(opportunityPolicy, 'transfer', {
    route: 'POST /opportunities/:id/transfer',
    noun: 'opportunities',
    as: 'sales',
  }),
  verb(opportunityPolicy, 'delete', { route: 'DELETE /opportunities/:id', noun: 'opportunities', as: 'sales' }),
  verb(customerPolicy, 'transfer', { route: 'POST /customers/:id/transfer', noun: 'customers', as: 'service' }),
  verb(activityPolicy, 'edit', { route: 'PATCH /activities/:id', noun: 'activities', as: 'sales' }),
  verb(activityPolicy, 'delete', { route: 'DELETE /activities/:id', noun: 'activities', as: 'sales' }),
  verb(commentPolicy, 'edit', { route: 'PATCH /comments/:id', noun: 'comments', as: 'manager' }),
  verb(importPolicy, 'own', { route: 'PATCH /imports/:id', noun: 'imports', as: 'administrator' }),
]

const reach: Hole[] = [
  byName('a list forgets who asks', read('customers', 'sales')),
  byName('a filtered list forgets who asks', read('contacts', 'sales')),
  byName('a search forgets who asks', read('customers', 'sales')),
  byName('the total counts every row', read('opportunities', 'sales')),
  byName('an aggregate forgets who asks', read('customers', 'sales', '/customers/aggregate')),
  byName('a record by id is read as by the system', read('customers', 'sales', '/customers/:id')),
  byName('what is invisible is forbidden instead of absent', read('customers', 'sales', '/customers/:id')),
  byName('a refusal names the record', read('contacts', 'sales', '/contacts/:id')),
  byName('a refused change is written first', { route: 'PATCH /customers/:id', noun: 'customers', as: 'sales' }),
  byName('the caller is remembered without his name', read('roles', 'sales')),
  byName('a guessed link is a session', read('products', 'link')),
  byName('somebody who left is still let in', read('customers', 'former')),
  byName('every scope is all', read('opportunities', 'manager')),
  byName('a team below is every team', read('contacts', 'manager')),
  {
    name: 'the feed tells of every record',
    plant: () => swap(eventRecords, 'visibleTo', everything),
    caught: { route: 'GET /events of customers', noun: 'customers', as: 'sales' },
  },
]

const fields: Hole[] = [
  byName('a list may name hidden fields', hidden('customers', 'taxNo')),
  byName('a list may be sorted by hidden fields', hidden('customers', 'annualRevenue')),
  byName('a list may be filtered by hidden fields', hidden('contacts', 'wechat')),
  byName('a search looks into hidden fields', hidden('customers', 'shortName')),
  byName('groups may be made of hidden fields', hidden('opportunities', 'forecastCategory')),
  byName('measures may be taken of hidden fields', hidden('opportunities', 'amount')),
  byName('an aggregate may be filtered by hidden fields', hidden('customers', 'city')),
  byName('an export writes hidden fields', hidden('customers', 'registryNo')),
  byName('a record by id shows hidden fields', hidden('products', 'unit')),
  byName('a mask masks nothing', { noun: 'customers', field: 'taxNo', rule: 'masked' }),
  byName('a masked field may be felt', { noun: 'contacts', field: 'wechat', rule: 'masked' }),
  byName('a name is told wherever it stands', hidden('activities', 'subject')),
  byName('the duplicate check compares hidden fields', hidden('customers', 'taxNo')),
  byName('related fields have no rules', hidden('customers', 'region')),
  {
    name: 'an event tells its customer to everybody',
    plant: () => swap(eventRecords, 'computed', () => ({ title: eventTitle })),
    caught: hidden('opportunities', 'customerId'),
  },
  {
    name: 'the history of a hidden date is shown',
    plant: () => {
      const { parts } = setOf('opportunities')
      return swap(setOf('opportunities'), 'parts', (reader) => parts!(unruled(reader)))
    },
    caught: hidden('opportunities', 'expectedCloseAt'),
  },
]
const eventTitle = sql`event.title`

// Told for reasons of their own, not by what they rest on. A margin is made of lines, and of a deal with lines no amount is written.
const toldApart = new Set(['customerTier', 'rotting', 'closedInStageId', 'margin'])

const resting: Hole[] = Object.entries(recordSets()).flatMap(([noun, { fields: all }]) =>
  Object.entries(all).flatMap(([name, field]) => {
    const [of] = field.restsOn ?? []
    // A part has no value that the matrix could change in its two worlds.
    if (!of || !Object.hasOwn(all, of) || noun === 'dictionary-items' || toldApart.has(name)) return []
    return [
      {
        name: `${noun}.${name} rests on nothing`,
        plant: () => swap(field, 'restsOn', undefined),
        caught: hidden(noun, of),
      },
    ]
  }),
)

export const holes: Hole[] = [...rows, ...trash, ...rights, ...verbs, ...reach, ...fields, ...resting]
