/** Asks who shall look after a record from now on, and why. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { call } from '../../lib/call.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { RecordPanel } from '../../ui/record-panel.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { LongTextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { ownedQuery, type Owned, type OwnedRecord } from './hand-over.ts'

type Entered = { ownerId: string; reason: string }
type Sent = { ownerId: string; reason?: string }

function useHandOver({ noun, id }: Owned, version: number) {
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    mutationFn: async (body: Sent) => {
      const sent = { params: { id }, body: { ...body, version } }
      await (noun === 'customers'
        ? call('POST /customers/:id/transfer', sent)
        : call('POST /opportunities/:id/transfer', sent))
    },
  })
  return { handOver: mutateAsync, refresh: () => void client.invalidateQueries({ queryKey: [noun] }) }
}

type Props = { owned: Owned; onClose: () => void }

function HandOverForm({ owned, record, onClose }: Props & { record: OwnedRecord }) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const { handOver, refresh } = useHandOver(owned, record.version)
  const { name, owner, ownerId } = record
  const form = useRecordForm<Entered>({
    initial: { ownerId: '', reason: '' },
    required: ['ownerId'],
    onSubmit: async ({ ownerId = '', reason }) => {
      await handOver({ ownerId, ...(reason && { reason }) })
      toast(t(($) => $.handOver.done, { name }))
      // Who hands it over may be out of its sight now: the panel, which read it too, is gone before it is asked for again.
      flushSync(onClose)
      refresh()
    },
  })
  return (
    <Form of={form} inPanel submit={t(($) => $.handOver.submit)} onCancel={onClose}>
      <p>{owner ? t(($) => $.handOver.from, { owner: textOf(owner.label) }) : t(($) => $.handOver.fromNobody)}</p>
      <RefField name="ownerId" label={t(($) => $.handOver.to)} to="users" except={ownerId} required startHere />
      <LongTextField name="reason" label={t(($) => $.handOver.reason)} />
    </Form>
  )
}

export default function HandOverPanel({ owned, onClose }: Props) {
  const { t } = useTranslation()
  const titleOf = (record: OwnedRecord | undefined) => t(($) => $.handOver.title, { name: record?.name ?? '' })
  return (
    <RecordPanel id={owned.id} query={ownedQuery(owned)} titleOf={titleOf} onClose={onClose}>
      {(record) => record && <HandOverForm owned={owned} record={record} onClose={onClose} />}
    </RecordPanel>
  )
}
