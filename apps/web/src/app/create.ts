/** What ＋ and the key C offer to create: each opens a panel over the page one is on. A room adds one line. */
import { IconBox, IconBuilding, IconCalendarPlus, IconTargetArrow, IconUsers } from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'
import type { Namespace } from '../lib/i18n-resources.ts'
import type { IconType } from '../ui/icon.tsx'
import type { TitleKey } from './handle.ts'

/** `prefill` comes from the address (`?new=contacts&customerId=…`); `onDone` closes the panel. */
export type CreatePanelProps = { prefill: Record<string, string>; onDone: () => void }

export type Creation = {
  id: string
  titleKey: TitleKey
  icon: IconType
  permission: string
  texts: Namespace[]
  Panel: ComponentType<CreatePanelProps>
}

/** A panel that is loaded when it is first opened. */
export const panel = (load: () => Promise<{ default: ComponentType<CreatePanelProps> }>) => lazy(load)

export const creations: Creation[] = [
  {
    id: 'customers',
    titleKey: ($) => $.nav.customer,
    icon: IconBuilding,
    permission: 'customers.create',
    texts: ['customers'],
    Panel: panel(() => import('../features/customers/customer-create.tsx')),
  },
  {
    id: 'contacts',
    titleKey: ($) => $.nav.contact,
    icon: IconUsers,
    permission: 'contacts.create',
    texts: ['contacts'],
    Panel: panel(() => import('../features/contacts/contact-create.tsx')),
  },
  {
    id: 'opportunities',
    titleKey: ($) => $.nav.opportunities,
    icon: IconTargetArrow,
    permission: 'opportunities.create',
    texts: ['opportunities'],
    Panel: panel(() => import('../features/opportunities/opportunity-create.tsx')),
  },
  {
    id: 'activities',
    titleKey: ($) => $.nav.activity,
    icon: IconCalendarPlus,
    permission: 'activities.create',
    texts: ['activities'],
    Panel: panel(() => import('../features/activities/activity-create.tsx')),
  },
  {
    id: 'products',
    titleKey: ($) => $.nav.product,
    icon: IconBox,
    permission: 'products.create',
    texts: ['products'],
    Panel: panel(() => import('../features/products/product-create.tsx')),
  },
]
