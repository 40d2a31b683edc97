/** A list of a deal as a form. It is sent whole: where somebody else has changed that list meanwhile, one of the two is kept. */
import { opportunityPatch } from '@rapport/domain/features/opportunities/opportunities.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { toast } from '../../ui/toast.tsx'
import { opportunityQuery, useUpdateOpportunity, type Opportunity } from './opportunities.queries.ts'

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
  return useRecordForm<Record<string, unknown>>({
    initial: {},
    record: useFormRecord(deal, opportunityQuery(deal.id), (known) => ({ [part]: rowsOf(known) })),
    schema: opportunityPatch,
    draftKey: `opportunities.${deal.id}.${part}`,
    // A list that was emptied is an empty list.
    shape: (values) => (part in values ? { [part]: draftsOf((values[part] ?? []) as Row[]) } : {}),
    onSubmit: async (body, version) => {
      const isNew = JSON.stringify(body[part]) !== JSON.stringify(draftsOf(rowsOf(deal)))
      if (part in body && isNew) {
        const change = body as BodyOf<'PATCH /opportunities/:id'>
        const saved = await update.mutateAsync({ deal: { id: deal.id, version }, body: change })
        toast(saidOf ? saidOf(saved) : t(($) => $.action.saved))
      }
      onClose()
    },
  })
}
