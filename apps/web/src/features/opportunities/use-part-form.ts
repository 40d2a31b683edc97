/**
 * A list of a deal as a form. It is sent whole, so it is based on the list one began with: where somebody else has changed
 * that list meanwhile, nothing is sent before one has chosen whose is kept.
 */
import { opportunityPatch } from '@rapport/domain/features/opportunities/opportunities.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { toast } from '../../ui/toast.tsx'
import { useUpdateOpportunity, type Opportunity } from './opportunities.queries.ts'

type Part = 'lines' | 'contacts' | 'competitors'
type Options<Row> = {
  deal: Opportunity
  part: Part
  rowsOf: (deal: Opportunity) => Row[]
  draftsOf: (rows: Row[]) => unknown[]
  /** What is said when it is saved; “Saved” unless given. */
  saidOf?: (saved: Opportunity) => string
  onClose: () => void
}

export function usePartForm<Row>({ deal, part, rowsOf, draftsOf, saidOf, onClose }: Options<Row>) {
  const { t } = useTranslation('common')
  const update = useUpdateOpportunity()
  const now = JSON.stringify(rowsOf(deal))
  const form = useRecordForm<Record<string, unknown>>({
    initial: { [part]: rowsOf(deal), basis: now },
    schema: opportunityPatch,
    onlyChanges: true,
    draftKey: `opportunities.${deal.id}.${part}`,
    // A list that was emptied is an empty list, and what it is based on is not sent.
    shape: (values) => (part in values ? { [part]: draftsOf((values[part] ?? []) as Row[]) } : {}),
    onSubmit: async (body) => {
      const isNew = JSON.stringify(body[part]) !== JSON.stringify(draftsOf(rowsOf(deal)))
      if (part in body && isNew) {
        const saved = await update.mutateAsync({ deal, body: body as BodyOf<'PATCH /opportunities/:id'> })
        toast(saidOf ? saidOf(saved) : t(($) => $.action.saved))
      }
      onClose()
    },
  })
  const [basis, setBasis] = useState(() => String(form.form.getValues()['basis']))
  const isStale = basis !== now && !form.busy
  const keepMine = () => {
    form.form.setFieldValue('basis', now)
    setBasis(now)
  }
  const takeTheirs = () => {
    form.discard()
    setBasis(now)
  }
  return { form, isStale, keepMine, takeTheirs }
}
export type PartForm = ReturnType<typeof usePartForm>
