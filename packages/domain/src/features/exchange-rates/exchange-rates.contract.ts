/** What the API offers on exchange rates. */
import { idParams, listQuery, pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { exchangeRate, exchangeRateDraft } from './exchange-rates.ts'

export const exchangeRateRoutes = {
  list: route({
    method: 'GET',
    path: '/exchange-rates',
    access: 'session',
    permission: 'exchange-rates.read',
    summary: 'List exchange rates',
    query: listQuery,
    reply: pageOf(exchangeRate),
  }),
  read: route({
    method: 'GET',
    path: '/exchange-rates/:id',
    access: 'session',
    permission: 'exchange-rates.read',
    summary: 'Read an exchange rate',
    params: idParams,
    reply: exchangeRate,
  }),
  create: route({
    method: 'POST',
    path: '/exchange-rates',
    access: 'session',
    permission: 'exchange-rates.create',
    summary: 'Enter the rate of a day',
    body: exchangeRateDraft,
    reply: exchangeRate,
    status: 201,
    errors: ['record.duplicate', 'rate.base'],
  }),
  delete: route({
    method: 'DELETE',
    path: '/exchange-rates/:id',
    access: 'session',
    permission: 'exchange-rates.delete',
    summary: 'Take out a rate that was entered wrongly; amounts keep the rate they were written with',
    params: idParams,
    reply: null,
    status: 204,
  }),
}
