/** What the API offers on products. */
import { aggregateQuery, aggregateReply, idParams, listQuery, pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { product, productDraft, productPatch } from './products.ts'

export const productRoutes = {
  list: route({
    method: 'GET',
    path: '/products',
    access: 'session',
    permission: 'products.read',
    summary: 'List products',
    query: listQuery,
    reply: pageOf(product),
  }),
  aggregate: route({
    method: 'GET',
    path: '/products/aggregate',
    access: 'session',
    permission: 'products.read',
    summary: 'Count products by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    method: 'GET',
    path: '/products/:id',
    access: 'session',
    permission: 'products.read',
    summary: 'Read a product',
    params: idParams,
    reply: product,
  }),
  create: route({
    method: 'POST',
    path: '/products',
    access: 'session',
    permission: 'products.create',
    summary: 'Create a product',
    body: productDraft,
    reply: product,
    status: 201,
    errors: ['record.duplicate'],
  }),
  update: route({
    method: 'PATCH',
    path: '/products/:id',
    access: 'session',
    permission: 'products.update',
    summary: 'Change a product',
    params: idParams,
    body: productPatch,
    reply: product,
    errors: ['record.duplicate'],
  }),
  delete: route({
    method: 'DELETE',
    path: '/products/:id',
    access: 'session',
    permission: 'products.delete',
    summary: 'Put a product that no opportunity uses into the trash',
    params: idParams,
    reply: null,
    status: 204,
    errors: ['record.inUse'],
  }),
}
