/** What the API offers for changing many records at once: on each noun the job, and the preview of it. */
import { route } from '../../contract/route.ts'
import { job } from '../jobs/jobs.ts'
import { bulkBody, bulkPreview } from './bulk.ts'

const errors = ['bulk.selection', 'bulk.changes', 'bulk.tooMany', 'reference.invalid'] as const
const post = { method: 'POST', access: 'session', errors } as const
const run = {
  ...post,
  summary:
    'Change, hand over or delete many records, or complete or cancel many activities: a job that can be watched, stopped and undone',
  reply: job,
  status: 202,
} as const
const preview = {
  ...post,
  summary: 'How many records such a change would reach, and which not and why; nothing is written',
  reply: bulkPreview,
} as const

const customers = { permission: 'customers.update', body: bulkBody('customers') } as const
const contacts = { permission: 'contacts.update', body: bulkBody('contacts') } as const
const opportunities = { permission: 'opportunities.update', body: bulkBody('opportunities') } as const
const activities = { permission: 'activities.update', body: bulkBody('activities') } as const
const products = { permission: 'products.update', body: bulkBody('products') } as const

export const bulkRoutes = {
  customers: route({ ...run, ...customers, path: '/customers/bulk' }),
  customersPreview: route({ ...preview, ...customers, path: '/customers/bulk/preview' }),
  contacts: route({ ...run, ...contacts, path: '/contacts/bulk' }),
  contactsPreview: route({ ...preview, ...contacts, path: '/contacts/bulk/preview' }),
  opportunities: route({ ...run, ...opportunities, path: '/opportunities/bulk' }),
  opportunitiesPreview: route({ ...preview, ...opportunities, path: '/opportunities/bulk/preview' }),
  activities: route({ ...run, ...activities, path: '/activities/bulk' }),
  activitiesPreview: route({ ...preview, ...activities, path: '/activities/bulk/preview' }),
  products: route({ ...run, ...products, path: '/products/bulk' }),
  productsPreview: route({ ...preview, ...products, path: '/products/bulk/preview' }),
}
