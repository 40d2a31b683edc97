/** Hostile texts through every text field, every search and every export, and back through the import. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import type { Client } from '../client.ts'
import type { Figures } from '../compare.ts'
import { exportBack } from './export-back.ts'
import { aCode, storeText, type Noun, type Tally } from './store.ts'
import { readPayloads } from './texts.ts'

const nounsOf = async (api: Client): Promise<Noun[]> => {
  const { id: sourceId } = await api.send<{ id: string }>('POST', '/sources', {
    code: 'payloads',
    label: { zh: '测试', en: 'Payloads' },
    kind: 'web',
  })
  const { items } = await api.get<{ items: { id: string; isDefault: boolean }[] }>('/pipelines')
  const pipelineId = (items.find(({ isDefault }) => isDefault) ?? items[0])?.id
  const duplicateReason = 'Entered to be compared'
  return [
    {
      name: 'customers',
      fields: customerFields,
      required: () => ({ name: aCode(), kind: 'company', sourceId, duplicateReason }),
    },
    { name: 'contacts', fields: contactFields, required: () => ({ name: aCode(), duplicateReason }) },
    {
      name: 'products',
      fields: productFields,
      required: () => ({ code: aCode(), label: { zh: aCode(), en: aCode() } }),
    },
    { name: 'opportunities', fields: opportunityFields, required: () => ({ name: aCode(), pipelineId }) },
  ]
}

// A search answers or refuses; nothing else.
const searchAll = async (api: Client, nouns: readonly Noun[], texts: readonly string[]): Promise<string[]> => {
  const faults: string[] = []
  for (const text of texts)
    for (const address of ['/search?q=', ...nouns.map(({ name }) => `/${name}?limit=1&search=`)]) {
      const { status } = await api.ask('GET', `${address}${encodeURIComponent(text.toWellFormed())}`)
      if (status !== 200 && (status < 400 || status > 499)) faults.push(`${address}${JSON.stringify(text)}: ${status}`)
    }
  return faults
}

const storeAll = async (api: Client, nouns: readonly Noun[], texts: readonly string[]): Promise<Figures> => {
  const faults: Figures = {}
  for (const noun of nouns) {
    const tally: Tally = { sent: 0, stored: 0, refused: 0, otherwise: [] }
    for (const text of texts) await storeText(api, noun, text, tally)
    const { sent, stored, refused, otherwise } = tally
    console.log(`${noun.name.padEnd(14)} ${sent} values: ${stored} stored as sent, ${refused} refused with 4xx`)
    otherwise.slice(0, 10).forEach((fault) => console.log(`  ${fault}`))
    faults[noun.name] = otherwise.length
  }
  return faults
}

const bringAllBack = async (api: Client, nouns: readonly Noun[]): Promise<Figures> => {
  const back: Figures = {}
  for (const { name } of nouns)
    for (const format of ['csv', 'xlsx'] as const) {
      const { rows, problems, ...figures } = await exportBack(api, name, format)
      console.log(`${name.padEnd(14)} ${rows} rows as ${format}, and back`)
      problems.slice(0, 5).forEach((one) => console.log(`  ${JSON.stringify(one).slice(0, 400)}`))
      back[`${name} ${format}`] = figures
    }
  return back
}

const countsOf = (naughty: readonly string[]): Figures => ({
  blns_strings: naughty.length,
  blns_non_ascii: naughty.filter((text) => [...text].some((char) => char > '\u007f')).length,
  blns_formula_leading: naughty.filter((text) => /^[=+\-@]/.test(text)).length,
})

/** What must come of it and what came. */
export const checkPayloads = async (api: Client, folder: string): Promise<{ expected: Figures; found: Figures }> => {
  const known = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Figures
  const { naughty, formulas } = readPayloads(folder)
  const nouns = await nounsOf(api)
  const texts = [...new Set([...naughty, ...formulas])]
  const stored = await storeAll(api, nouns, texts)
  const searched = await searchAll(api, nouns, texts)
  searched.slice(0, 10).forEach((fault) => console.log(`  ${fault}`))
  const back = await bringAllBack(api, nouns)
  const zeros = { formulas: 0, changes: 0, errors: 0, others: 0 }
  const nothing = Object.fromEntries(Object.keys(back).map((name) => [name, zeros]))
  const none = Object.fromEntries(nouns.map(({ name }) => [name, 0]))
  return {
    expected: { payloads: known, 'neither stored nor refused': none, 'failed searches': 0, back: nothing },
    found: {
      payloads: countsOf(naughty),
      'neither stored nor refused': stored,
      'failed searches': searched.length,
      back,
    },
  }
}
