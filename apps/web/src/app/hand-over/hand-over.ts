/** Giving a record another owner, from its page or from the palette: which one is being handed over, and how to begin. */
import { queryOptions } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { call, type ReplyOf } from '../../lib/call.ts'
import { shared } from '../../lib/shared.ts'

export const ownedNouns = ['customers', 'opportunities'] as const
export type OwnedNoun = (typeof ownedNouns)[number]
export type Owned = { noun: OwnedNoun; id: string }
export type OwnedRecord = ReplyOf<'GET /customers/:id'> | ReplyOf<'GET /opportunities/:id'>

export const isOwnedNoun = (noun: string): noun is OwnedNoun => ownedNouns.some((one) => one === noun)

/** The record as its page reads it, and kept where its page keeps it. */
export const ownedQuery = ({ noun, id }: Owned) =>
  queryOptions({
    queryKey: [noun, 'one', id],
    queryFn: ({ signal }): Promise<OwnedRecord> =>
      noun === 'customers'
        ? call('GET /customers/:id', { params: { id }, signal })
        : call('GET /opportunities/:id', { params: { id }, signal }),
  })

const handed = shared<Owned | null>(null)

/** Opens the panel that asks to whom, over the page one is on. */
export const openHandOver = (owned: Owned): void => handed.set(owned)
export const closeHandOver = (): void => handed.set(null)
export const useHandedOver = (): Owned | null => handed.useValue()

/** Offers it on the record's page, where the record says that its reader may; the answer opens it from a button. */
export function useHandOverAction(noun: OwnedNoun, { id, can }: Pick<OwnedRecord, 'id' | 'can'>) {
  const { t } = useTranslation()
  const label = t(($) => $.handOver.action)
  const run = () => openHandOver({ noun, id })
  useActions(can.transfer ? [{ id: 'hand-over', label, group: 'page', run }] : [])
  return { label, run, isOffered: can.transfer }
}
