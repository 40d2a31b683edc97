/** The four files of Maven Analytics' sales company, brought in as an integrator would: people, products, accounts, deals. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '../client.ts'
import { importFile, type Brought } from '../import-file.ts'

type Row = Record<string, string>
export type Maven = { pipelineId: string; stages: Record<string, string>; imports: Record<string, Brought> }

const STAGES = ['Prospecting', 'Engaging', 'Won', 'Lost'] as const

/** The files quote nothing, which is checked. */
export const rowsOf = (file: string): Row[] => {
  const text = readFileSync(file, 'utf8')
  if (text.includes('"')) throw new Error(`${file} quotes its cells`)
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
}

const csv = (head: string, lines: readonly string[]) => `${[head, ...lines].join('\n')}\n`
const unique = (items: readonly (string | undefined)[]) => [...new Set(items.filter((item) => item !== undefined))]
const mail = (name = '') => `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
const teamOf = (manager = '') => `Team ${manager}`
const to = (targets: Record<string, string>) => Object.entries(targets).map(([column, target]) => ({ column, target }))

export const loadMaven = async (api: Client, folder: string): Promise<Maven> => {
  const file = (name: string) => path.join(folder, 'original', name)
  const staff = rowsOf(file('sales_teams.csv'))
  const imports = { ...(await loadPeople(api, staff)), ...(await loadProducts(api, rowsOf(file('products.csv')))) }
  await addIndustries(api, unique(rowsOf(file('accounts.csv')).map(({ sector }) => sector)))
  const accounts = await loadAccounts(api, file('accounts.csv'))
  const { id: pipelineId, stages } = await makePipeline(api)
  const deals = await loadDeals(api, file('sales_pipeline.csv'), pipelineId)
  return { pipelineId, stages, imports: { ...imports, accounts, deals } }
}

const loadAccounts = (api: Client, file: string): Promise<Brought> =>
  importFile(api, 'customers', 'accounts.csv', readFileSync(file, 'utf8'), {
    mapping: [
      ...to({
        account: 'name',
        sector: 'industryId',
        year_established: 'foundedYear',
        employees: 'employees',
        office_location: 'country',
        subsidiary_of: 'parentId',
      }),
      { column: 'revenue', target: 'annualRevenue', factor: '1000000' },
    ],
    defaults: [
      { target: 'kind', value: 'company' },
      { target: 'currency', value: 'USD' },
    ],
  })

/** Closed deals with their dates are history; “GTXPro” is what the file calls GTX Pro. */
const loadDeals = (api: Client, file: string, pipelineId: string): Promise<Brought> =>
  importFile(api, 'opportunities', 'sales_pipeline.csv', readFileSync(file, 'utf8'), {
    mapping: to({
      opportunity_id: 'externalId',
      sales_agent: 'ownerId',
      product: 'product',
      account: 'customerId',
      deal_stage: 'stageId',
      engage_date: 'startedAt',
      close_date: 'closedAt',
      close_value: 'amount',
    }),
    valueMaps: [{ column: 'product', values: [{ from: 'GTXPro', to: 'GTX Pro' }] }],
    defaults: [{ target: 'pipelineId', value: pipelineId }],
    matchKeys: ['externalId'],
    externalSource: 'maven',
    history: true,
  })

/** Offices with the managers' teams below them; then the managers and their agents; then who manages which team. */
const loadPeople = async (api: Client, staff: readonly Row[]) => {
  const managers = unique(staff.map(({ manager }) => manager))
  const officeOf = (manager: string) => staff.find((row) => row.manager === manager)?.regional_office ?? ''
  const offices = unique(staff.map(({ regional_office: office }) => office))
  const teamLines = [
    ...managers.map((manager) => `${teamOf(manager)},${officeOf(manager)}`),
    ...offices.map((office) => `${office},`),
  ]
  const teams = await importFile(api, 'teams', 'teams', csv('team,parent', teamLines), {
    mapping: to({ team: 'label', parent: 'parentId' }),
    matchKeys: ['label'],
  })
  const people = [
    ...staff.map(
      ({ sales_agent: agent, manager }) => `${agent},${mail(agent)},Sales agent,${manager},${teamOf(manager)}`,
    ),
    ...managers.map((manager) => `${manager},${mail(manager)},Sales manager,,${teamOf(manager)}`),
  ]
  const users = await importFile(api, 'users', 'users', csv('name,email,title,manager,team', people), {
    mapping: to({ name: 'name', email: 'email', title: 'title', manager: 'managerId', team: 'primaryTeamId' }),
    matchKeys: ['email'],
  })
  const leads = managers.map((manager) => `${teamOf(manager)},${manager}`)
  const heads = await importFile(api, 'teams', 'managers of teams', csv('team,manager', leads), {
    mapping: to({ team: 'label', manager: 'managerId' }),
    mode: 'update',
    fill: 'all',
    matchKeys: ['label'],
  })
  return { teams, users, heads }
}

const loadProducts = async (api: Client, products: readonly Row[]) => {
  const lines = products.map(
    ({ product = '', series, sales_price: price }) =>
      `${product.replaceAll(' ', '-')},${product},${series},${price},USD`,
  )
  const settings = {
    mapping: to({ code: 'code', product: 'label', series: 'series', price: 'listPrice', currency: 'currency' }),
    matchKeys: ['code'],
  }
  return {
    products: await importFile(api, 'products', 'products', csv('code,product,series,price,currency', lines), settings),
  }
}

const addIndustries = async (api: Client, sectors: readonly string[]): Promise<void> => {
  const filter = { field: 'code', op: 'eq', value: 'industry' }
  const { items } = await api.get<{ items: { id: string }[] }>('/dictionaries', { filter })
  const known = await api.get<{ items: { label: { en: string } }[] }>('/dictionary-items', {
    filter: { field: 'dictionaryId', op: 'eq', value: items[0]?.id },
    limit: '200',
  })
  const names = known.items.map(({ label }) => label.en.toLowerCase())
  for (const sector of sectors.filter((name) => !names.includes(name)))
    await api.send('POST', '/dictionary-items', {
      dictionaryId: items[0]?.id,
      code: `maven-${sector}`,
      label: { zh: sector, en: sector },
    })
}

/** A pipeline of its own, whose stages ask for nothing. */
const makePipeline = async (api: Client) => {
  const label = { zh: 'Maven', en: 'Maven' }
  const made = await api.send<{ id: string; version: number }>('POST', '/pipelines', {
    label,
    currency: 'USD',
    winNeedsOrder: false,
  })
  const phases: Record<string, string> = { Won: 'won', Lost: 'lost' }
  const stages = STAGES.map((name, at) => {
    const phase = phases[name] ?? 'open'
    return { label: { zh: name, en: name }, phase, ...(phase === 'open' && { probability: at === 0 ? '0.1' : '0.5' }) }
  })
  const saved = await api.send<{ version: number }>('POST', `/pipelines/${made.id}/save-draft`, {
    draft: { stages },
    version: made.version,
  })
  await api.send('POST', `/pipelines/${made.id}/publish`, { version: saved.version })
  const { stages: published } = await api.get<{ stages: { id: string; label: { en: string } }[] }>(
    `/pipelines/${made.id}`,
  )
  return { id: made.id, stages: Object.fromEntries(published.map(({ id, label: { en } }) => [id, en])) }
}
