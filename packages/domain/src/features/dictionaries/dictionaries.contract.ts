/** What the API offers on dictionaries and their items. */
import { aggregateQuery, aggregateReply, idParams, listQuery, pageOf, versionBody } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import {
  dictionary,
  dictionaryDraft,
  dictionaryItem,
  dictionaryItemDraft,
  dictionaryItemPatch,
  dictionaryOrder,
  dictionaryPatch,
} from './dictionaries.ts'

const read = { access: 'session', permission: 'dictionaries.read' } as const
const create = { access: 'session', permission: 'dictionaries.create' } as const
const update = { access: 'session', permission: 'dictionaries.update' } as const

export const dictionaryRoutes = {
  list: route({
    method: 'GET',
    path: '/dictionaries',
    ...read,
    summary: 'List dictionaries',
    query: listQuery,
    reply: pageOf(dictionary),
  }),
  aggregate: route({
    method: 'GET',
    path: '/dictionaries/aggregate',
    ...read,
    summary: 'Count dictionaries by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    method: 'GET',
    path: '/dictionaries/:id',
    ...read,
    summary: 'Read a dictionary',
    params: idParams,
    reply: dictionary,
  }),
  create: route({
    method: 'POST',
    path: '/dictionaries',
    ...create,
    summary: 'Create a dictionary',
    body: dictionaryDraft,
    reply: dictionary,
    status: 201,
    errors: ['record.duplicate'],
  }),
  update: route({
    method: 'PATCH',
    path: '/dictionaries/:id',
    ...update,
    summary: 'Rename a dictionary',
    params: idParams,
    body: dictionaryPatch,
    reply: dictionary,
  }),
  reorder: route({
    method: 'POST',
    path: '/dictionaries/:id/reorder',
    ...update,
    summary: 'Put the items of a dictionary into a new order',
    params: idParams,
    body: dictionaryOrder,
    reply: dictionary,
    errors: ['reference.invalid'],
  }),
}

export const dictionaryItemRoutes = {
  list: route({
    method: 'GET',
    path: '/dictionary-items',
    ...read,
    summary: 'List items of dictionaries',
    query: listQuery,
    reply: pageOf(dictionaryItem),
  }),
  aggregate: route({
    method: 'GET',
    path: '/dictionary-items/aggregate',
    ...read,
    summary: 'Count items by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    method: 'GET',
    path: '/dictionary-items/:id',
    ...read,
    summary: 'Read an item',
    params: idParams,
    reply: dictionaryItem,
  }),
  create: route({
    method: 'POST',
    path: '/dictionary-items',
    ...create,
    summary: 'Add an item to a dictionary',
    body: dictionaryItemDraft,
    reply: dictionaryItem,
    status: 201,
    errors: ['record.duplicate', 'reference.invalid'],
  }),
  update: route({
    method: 'PATCH',
    path: '/dictionary-items/:id',
    ...update,
    summary: 'Change an item',
    params: idParams,
    body: dictionaryItemPatch,
    reply: dictionaryItem,
    errors: ['reference.invalid'],
  }),
  archive: route({
    method: 'POST',
    path: '/dictionary-items/:id/archive',
    ...update,
    summary: 'Retire an item: kept on records, gone from pickers',
    params: idParams,
    body: versionBody,
    reply: dictionaryItem,
  }),
  unarchive: route({
    method: 'POST',
    path: '/dictionary-items/:id/unarchive',
    ...update,
    summary: 'Offer a retired item again',
    params: idParams,
    body: versionBody,
    reply: dictionaryItem,
  }),
}
