/** Products over HTTP. */
import { productRoutes } from '@rapport/domain/features/products/products.contract.ts'
import type { Product } from '@rapport/domain/features/products/products.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { createProduct, deleteProduct, updateProduct } from './products.commands.ts'
import { productRecords } from './products.records.ts'

export const registerProducts = (app: FastifyInstance): void => {
  serve(app, productRoutes.list, ({ query }, ctx) => listRecords<Product>(ctx, productRecords, query))
  serve(app, productRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, productRecords, query))
  serve(app, productRoutes.read, ({ params }, ctx) => readRecord<Product>(ctx, productRecords, params.id))
  serve(app, productRoutes.create, ({ body }, ctx) => createProduct(ctx, body))
  serve(app, productRoutes.update, ({ params, body }, ctx) => updateProduct(ctx, params.id, body))
  serve(app, productRoutes.delete, ({ params }, ctx) => deleteProduct(ctx, params.id))
}
