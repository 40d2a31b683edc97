/** The lists of a sample deal: its lines, whose sum is its amount, the people of its customer, and whom it meets. */
import { totalOf } from '@rapport/domain/features/opportunities/opportunity-amounts.ts'
import type {
  CompetitorDraft,
  ContactDraft,
  LineDraft,
} from '@rapport/domain/features/opportunities/opportunity-parts.ts'
import { decimal, lineNet } from '@rapport/domain/money.ts'
import { meetings } from '../../demo/story/competitors.ts'
import { contacts } from '../../demo/story/contacts.ts'
import { dealParts, mounting } from '../../demo/story/deal-lines.ts'
import { products, type ProductKey } from '../../demo/story/products.ts'
import { idOf, type Story } from './story.ts'

type Deal = { name: { zh: string }; amount: string; product: ProductKey }

const CURRENCY = 'CNY'
const priceOf = (key: ProductKey) => products.find((one) => one.key === key)?.price ?? '0'

export const linesOf = ({ made, language }: Story, { name, amount, product }: Deal): LineDraft[] => {
  const parts = dealParts.get(name.zh)
  if (!parts) return [{ productId: idOf(made.products, product), quantity: '1', unitPrice: amount }]
  const lines = parts.map((part) => ({
    productId: idOf(made.products, part.product),
    quantity: part.quantity,
    unitPrice: priceOf(part.product),
    discount: part.discount,
  }))
  const nets = lines.map((line) => ({ net: lineNet(line, CURRENCY), cost: null, quantity: line.quantity }))
  const rest = decimal(amount).minus(totalOf(nets, CURRENCY))
  if (rest.isZero()) return lines
  const productId = idOf(made.products, 'care')
  return [...lines, { productId, quantity: '1', unitPrice: rest.toFixed(), description: mounting[language] }]
}

const attitudes = { decider: 0, evaluator: 1, influencer: -1, user: 2 } as const

export const peopleOf = ({ made }: Story, customer: string): ContactDraft[] =>
  contacts
    .filter((one) => one.customer === customer)
    .map(({ name, buying }) => ({
      contactId: idOf(made.contacts, `${customer}/${name.zh}`),
      buyingRole: buying,
      attitude: attitudes[buying],
    }))

export const competitorsOf = ({ made, language }: Story, deal: string): CompetitorDraft[] =>
  meetings
    .filter((one) => one.deal === deal)
    .map(({ competitor, note }) => ({
      competitorId: idOf(made.competitors, competitor),
      note: note[language] || null,
    }))
