/** Customers of the sample company and the people there. */
import { dateIn } from '@rapport/domain/dates.ts'
import { contacts, formerPlaces, superiors, type DemoContact } from '../../demo/story/contacts.ts'
import { customers, type DemoCustomer } from '../../demo/story/customers.ts'
import { createContact } from '../contacts/contacts.commands.ts'
import { createCustomer } from '../customers/customers.commands.ts'
import { asOf, idOf, noteMade, timeOf, type Story } from './story.ts'

type Lookups = { sources: Map<string, string>; industries: Map<string, string>; roles: Map<string, string> }

export const loadCustomers = async (story: Story): Promise<void> => {
  const lookups = await findLookups(story)
  for (const customer of customers) {
    const made = await createCustomer(asOf(story, customer.owner, customer.since), draftOf(story, customer, lookups))
    story.made.customers.set(customer.key, noteMade(story, 'customers', made.id))
  }
  await loadContacts(story, lookups)
}

const findLookups = async ({ tx }: Story): Promise<Lookups> => {
  const items = async (code: string) => {
    const rows = await tx.db.dictionaryItem.findMany({
      where: { dictionary: { code } },
      select: { id: true, code: true },
    })
    return new Map(rows.map((row) => [row.code, row.id]))
  }
  const sources = await tx.db.source.findMany({ select: { id: true, code: true } })
  return {
    sources: new Map(sources.map(({ code, id }) => [code, id])),
    industries: await items('industry'),
    roles: await items('contactRole'),
  }
}

const draftOf = ({ language, made }: Story, customer: DemoCustomer, { sources, industries }: Lookups) => ({
  kind: customer.kind,
  name: customer.name[language],
  ...(customer.kind === 'company' && { shortName: customer.short[language] }),
  ...(customer.industry && { industryId: idOf(industries, customer.industry) }),
  ...(customer.city[language] && { region: customer.region[language], city: customer.city[language] }),
  country: language === 'zh' ? '中国' : 'China',
  ...(customer.employees && { employees: customer.employees }),
  ...(customer.kind === 'company' && { website: `https://${customer.key}.example.com` }),
  emails: [{ type: 'work' as const, address: `contact@${customer.key}.example.com` }],
  language,
  sourceId: idOf(sources, customer.source),
  ownerId: idOf(made.users, customer.owner),
})

const loadContacts = async (story: Story, { roles }: Lookups): Promise<void> => {
  const { language, made } = story
  const met = new Set<string>()
  // Superiors before those who report to them.
  const ordered = contacts.toSorted((one, other) => depthOf(keyOf(one)) - depthOf(keyOf(other)))
  for (const contact of ordered) {
    const { customer, name, title, role, phone } = contact
    const owner = customers.find(({ key }) => key === customer)
    const link = {
      customerId: idOf(made.customers, customer),
      title: title[language],
      roleId: idOf(roles, role),
      primary: !met.has(customer),
    }
    const superior = superiors[keyOf(contact)]
    const draft = {
      name: name[language],
      language,
      phones: [{ type: 'mobile' as const, number: phone }],
      customers: [link, ...formerOf(story, keyOf(contact))],
      ...(superior && { reportsToId: idOf(made.contacts, superior) }),
    }
    const { id } = await createContact(asOf(story, owner?.owner ?? null, owner?.since ?? 1), draft)
    made.contacts.set(keyOf(contact), noteMade(story, 'contacts', id))
    met.add(customer)
  }
}

const keyOf = ({ customer, name }: Pick<DemoContact, 'customer' | 'name'>) => `${customer}/${name.zh}`
const depthOf = (key: string): number => {
  const superior = superiors[key]
  return superior ? depthOf(superior) + 1 : 0
}

const formerOf = (story: Story, key: string) => {
  const former = formerPlaces[key]
  if (!former) return []
  const day = (ago: number) => dateIn(timeOf(story, ago, 10), 'Asia/Shanghai')
  const customerId = idOf(story.made.customers, former.customer)
  const title = former.title[story.language]
  return [{ customerId, title, active: false, from: day(former.from), to: day(former.to) }]
}
