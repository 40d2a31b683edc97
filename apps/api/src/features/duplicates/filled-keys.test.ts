/** The keys that the migration gave to records which were there before, against those that the same records get when they are saved. */
import { normalizeCompanyName } from '@rapport/domain/features/duplicates/company-name.ts'
import { keysOf, identityOf } from '@rapport/domain/features/duplicates/identity.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'
import { readPhones } from '../../values/phones.ts'
import { describedBy } from './described.ts'
import { storedValue } from './identity-keys.commands.ts'

const test = useApp()

const read = (migration: string) =>
  readFileSync(new URL(`../../../../../prisma/migrations/${migration}/migration.sql`, import.meta.url), 'utf8')
const text = read('20261126000000_identity_keys')
const [spelled = ''] = /^UPDATE "identity_keys".*$/mu.exec(read('20261128030000_likeness')) ?? []
const fill = text.slice(
  text.indexOf('INSERT INTO "identity_keys"'),
  text.indexOf('CREATE INDEX "identity_keys_recordType'),
)

const phones = (...numbers: string[]) => readPhones(numbers.map((number) => ({ type: 'mobile' as const, number })))
const emails = (...addresses: string[]) => addresses.map((address) => ({ type: 'work' as const, address }))

it('writes for what was there before what is written with every record since [S13]', async () => {
  const { prisma } = test.database
  const company = { kind: 'company', name: '昆明云能科技有限公司', number: 'X' }
  const made = [
    {
      type: 'customer' as const,
      row: await aCustomer(prisma, {
        ...company,
        normalizedName: normalizeCompanyName(company.name),
        phones: phones('13800001234', '0871-65432100'),
        emails: emails('Info@YunNeng.example', 'wang@qq.com'),
        website: 'https://www.yunneng.example/about',
        wechat: ' YunNeng_1 ',
        taxNo: '9153 0100-MA6K 5X7B 2Q',
        addresses: [{ type: 'office', street: 'Renmin Road 12, 3/F' }],
      }),
    },
    {
      type: 'customer' as const,
      row: await aCustomer(prisma, { kind: 'person', name: "Anna O'Hara-Li", birthDate: new Date('1980-05-12') }),
    },
    {
      type: 'contact' as const,
      row: await aContact(prisma, {
        name: '周 知远',
        phones: phones('+44 20 7946 0958'),
        emails: emails('zhou@a.example'),
      }),
    },
  ]
  const ids = made.map(({ row }) => row.id)
  await prisma.identityKey.deleteMany({ where: { recordId: { in: ids } } })
  const list = ids.map((id) => `'${id}'`).join(', ')
  // Of all records the statement sees only these: a temporary view comes before a table of its name.
  const views = ['customers', 'contacts'].map(
    (table) => `create temp view ${table} as select * from public.${table} where id in (${list});`,
  )
  const database = new pg.Client({ connectionString: test.database.url })
  await database.connect()
  try {
    await database.query([...views, fill, spelled].join('\n'))
  } finally {
    await database.end()
  }
  const filled = await prisma.identityKey.findMany({ where: { recordId: { in: ids } } })
  for (const { type, row } of made) {
    const wanted = keysOf(identityOf(describedBy(type, row))).map(
      (key) => `${key.kind} ${storedValue(key)} ${key.shared}`,
    )
    const found = filled
      .filter(({ recordId }) => recordId === row.id)
      .map(({ kind, value, shared }) => `${kind} ${value} ${shared}`)
    expect(found.toSorted()).toEqual(wanted.toSorted())
  }
})
