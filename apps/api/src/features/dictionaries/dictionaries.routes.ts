/** Dictionaries and their items over HTTP. */
import { dictionaryItemRoutes, dictionaryRoutes } from '@rapport/domain/features/dictionaries/dictionaries.contract.ts'
import type { Dictionary, DictionaryItem } from '@rapport/domain/features/dictionaries/dictionaries.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { createDictionary, reorderDictionary, updateDictionary } from './dictionaries.commands.ts'
import { dictionaryItemRecords, dictionaryRecords } from './dictionaries.records.ts'
import { archiveDictionaryItem, createDictionaryItem, updateDictionaryItem } from './dictionary-items.commands.ts'

export const registerDictionaries = (app: FastifyInstance): void => {
  const routes = dictionaryRoutes
  serve(app, routes.list, ({ query }, ctx) => listRecords<Dictionary>(ctx, dictionaryRecords, query))
  serve(app, routes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, dictionaryRecords, query))
  serve(app, routes.read, ({ params }, ctx) => readRecord<Dictionary>(ctx, dictionaryRecords, params.id))
  serve(app, routes.create, ({ body }, ctx) => createDictionary(ctx, body))
  serve(app, routes.update, ({ params, body }, ctx) => updateDictionary(ctx, params.id, body))
  serve(app, routes.reorder, ({ params, body }, ctx) => reorderDictionary(ctx, params.id, body))
}

export const registerDictionaryItems = (app: FastifyInstance): void => {
  const routes = dictionaryItemRoutes
  serve(app, routes.list, ({ query }, ctx) => listRecords<DictionaryItem>(ctx, dictionaryItemRecords, query))
  serve(app, routes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, dictionaryItemRecords, query))
  serve(app, routes.read, ({ params }, ctx) => readRecord<DictionaryItem>(ctx, dictionaryItemRecords, params.id))
  serve(app, routes.create, ({ body }, ctx) => createDictionaryItem(ctx, body))
  serve(app, routes.update, ({ params, body }, ctx) => updateDictionaryItem(ctx, params.id, body))
  serve(app, routes.archive, ({ params, body }, ctx) => archiveDictionaryItem(ctx, params.id, body, true))
  serve(app, routes.unarchive, ({ params, body }, ctx) => archiveDictionaryItem(ctx, params.id, body, false))
}
