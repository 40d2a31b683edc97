/**
 * The routes as data: address, handle, and where the screen is loaded from. Nothing here touches React or CSS, so the
 * build prints the list for the tests that walk every route. A new room adds one entry to `screens`.
 */
import type { RouteObject } from 'react-router'
import type { Namespace } from '../lib/i18n-resources.ts'
import type { Handle } from './handle.ts'

type Screen = { default: React.ComponentType }

/** Loads a screen and its texts together. */
const load = (texts: Namespace[], screen: () => Promise<Screen>) => async () => {
  const { loadTexts } = await import('../lib/i18n.ts')
  const [loaded] = await Promise.all([screen(), loadTexts(...texts)])
  return { Component: loaded.default }
}

type Entry = RouteObject & { path: string; handle: Handle }

/** Screens inside the shell, for who is signed in. */
export const screens: Entry[] = [
  {
    path: 'customers',
    handle: { titleKey: ($) => $.nav.customers, permission: 'customers.read' },
    lazy: load(['customers'], () => import('../features/customers/customers-page.tsx')),
  },
  {
    path: 'customers/:id',
    handle: { titleKey: ($) => $.nav.customer, permission: 'customers.read', testParams: { id: 'customers' } },
    lazy: load(
      ['customers', 'contacts', 'opportunities', 'activities', 'comments', 'attachments'],
      () => import('./pages/customer-page.tsx'),
    ),
  },
  {
    path: 'contacts',
    handle: { titleKey: ($) => $.nav.contacts, permission: 'contacts.read' },
    lazy: load(['contacts'], () => import('../features/contacts/contacts-page.tsx')),
  },
  {
    path: 'contacts/:id',
    handle: { titleKey: ($) => $.nav.contact, permission: 'contacts.read', testParams: { id: 'contacts' } },
    lazy: load(['contacts', 'activities', 'comments', 'attachments'], () => import('./pages/contact-page.tsx')),
  },
  {
    path: 'opportunities',
    handle: { titleKey: ($) => $.nav.opportunities, permission: 'opportunities.read' },
    lazy: load(['opportunities'], () => import('../features/opportunities/opportunities-page.tsx')),
  },
  {
    path: 'opportunities/:id',
    handle: {
      titleKey: ($) => $.nav.opportunities,
      permission: 'opportunities.read',
      testParams: { id: 'opportunities' },
    },
    lazy: load(
      ['opportunities', 'activities', 'comments', 'attachments'],
      () => import('./pages/opportunity-page.tsx'),
    ),
  },
  {
    path: 'products',
    handle: { titleKey: ($) => $.nav.products, permission: 'products.read' },
    lazy: load(['products'], () => import('../features/products/products-page.tsx')),
  },
  {
    path: 'activities',
    handle: { titleKey: ($) => $.nav.activities, permission: 'activities.read' },
    lazy: load(['activities'], () => import('../features/activities/activities-page.tsx')),
  },
  {
    path: 'imports',
    handle: { titleKey: ($) => $.nav.imports, permission: 'imports.read' },
    lazy: load(['imports'], () => import('../features/imports/imports-page.tsx')),
  },
  {
    path: 'imports/new',
    handle: { titleKey: ($) => $.nav.imports, permission: 'imports.create' },
    lazy: load(['imports'], () => import('../features/imports/import-start-page.tsx')),
  },
  {
    path: 'imports/:id',
    handle: { titleKey: ($) => $.nav.imports, permission: 'imports.read', testParams: { id: 'imports' } },
    lazy: load(['imports'], () => import('../features/imports/import-page.tsx')),
  },
  {
    path: 'trash',
    handle: { titleKey: ($) => $.nav.trash },
    lazy: load(['trash'], () => import('../features/trash/trash-page.tsx')),
  },
  {
    path: 'analytics',
    handle: { titleKey: ($) => $.nav.analytics, permission: 'reports.read' },
    lazy: load(['reports', 'opportunities'], () => import('../features/reports/analytics-page.tsx')),
  },
  {
    path: 'analytics/funnel',
    handle: { titleKey: ($) => $.nav.analytics, permission: 'reports.read' },
    lazy: load(['reports', 'opportunities'], () => import('../features/reports/funnel-deals-page.tsx')),
  },
  {
    path: 'settings/pipelines',
    handle: { titleKey: ($) => $.nav.pipelines, permission: 'pipeline.define' },
    lazy: load(['pipelines'], () => import('../features/pipelines/pipelines-page.tsx')),
  },
  {
    path: 'settings/organisation',
    handle: { titleKey: ($) => $.nav.organisation, permission: 'settings.manage' },
    lazy: load(['settings'], () => import('../features/settings/organisation-page.tsx')),
  },
  {
    path: 'settings/users',
    handle: { titleKey: ($) => $.nav.users, permission: 'users.read' },
    lazy: load(['users'], () => import('../features/users/users-page.tsx')),
  },
  {
    path: 'settings/teams',
    handle: { titleKey: ($) => $.nav.teams, permission: 'teams.read' },
    lazy: load(['teams'], () => import('../features/teams/teams-page.tsx')),
  },
  {
    path: 'settings/roles',
    handle: { titleKey: ($) => $.nav.roles, permission: 'roles.read' },
    lazy: load(['roles'], () => import('../features/roles/roles-page.tsx')),
  },
  {
    path: 'settings/api-keys',
    handle: { titleKey: ($) => $.nav.apiKeys, permission: 'api-keys.read' },
    lazy: load(['apiKeys'], () => import('../features/api-keys/api-keys-page.tsx')),
  },
  {
    path: 'settings/dictionaries',
    handle: { titleKey: ($) => $.nav.dictionaries, permission: 'dictionaries.read' },
    lazy: load(['dictionaries'], () => import('../features/dictionaries/dictionaries-page.tsx')),
  },
  {
    path: 'settings/exchange-rates',
    handle: { titleKey: ($) => $.nav.exchangeRates, permission: 'exchange-rates.read' },
    lazy: load(['exchangeRates'], () => import('../features/exchange-rates/exchange-rates-page.tsx')),
  },
  {
    path: 'settings/sources',
    handle: { titleKey: ($) => $.nav.sources, permission: 'sources.read' },
    lazy: load(['sources'], () => import('../features/sources/sources-page.tsx')),
  },
  {
    path: 'settings/competitors',
    handle: { titleKey: ($) => $.nav.competitors, permission: 'competitors.read' },
    lazy: load(['competitors'], () => import('../features/competitors/competitors-page.tsx')),
  },
  {
    path: 'settings/audit',
    handle: { titleKey: ($) => $.nav.audit, permission: 'audit.read' },
    lazy: load(['events'], () => import('../features/events/audit-page.tsx')),
  },
  {
    path: 'inbox',
    handle: { titleKey: ($) => $.nav.inbox },
    lazy: load(['notifications', 'activities'], () => import('../features/notifications/inbox-page.tsx')),
  },
  {
    path: 'me',
    handle: { titleKey: ($) => $.nav.me },
    lazy: load(['sessions', 'notifications'], () => import('../features/sessions/me-page.tsx')),
  },
]

/** Screens without the shell: one card on a quiet page. */
export const doors: Entry[] = [
  {
    path: 'login',
    handle: { titleKey: ($) => $.nav.login },
    lazy: load(['sessions'], () => import('../features/sessions/login-page.tsx')),
  },
  {
    path: 'setup',
    handle: { titleKey: ($) => $.nav.setup },
    lazy: load(['sessions'], () => import('./pages/setup-page.tsx')),
  },
  {
    path: 'invite/:token',
    handle: { titleKey: ($) => $.nav.invite, testParams: { token: 'none' } },
    lazy: load(['invitations'], () => import('../features/invitations/accept-page.tsx')),
  },
  {
    path: 'reset/:token',
    handle: { titleKey: ($) => $.nav.reset, testParams: { token: 'none' } },
    lazy: load(['invitations'], () => import('../features/invitations/accept-page.tsx')),
  },
]
