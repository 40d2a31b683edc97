/** Changing many records: what is to change, then what that would do, then the job. */
import type { BulkAction, BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { BulkForm } from './bulk-form.tsx'
import { BulkPreviewView } from './bulk-preview.tsx'
import { useBulk, usePreview, type BulkChange, type BulkPreview, type Chosen } from './bulk.queries.ts'

type Props = {
  entity: BulkEntity
  action: BulkAction
  chosen: Chosen
  count: { value: number; exact: boolean } | undefined
  onClose: () => void
  onStarted: () => void
}

const titles = {
  update: 'editTitle',
  transfer: 'transferTitle',
  complete: 'completeTitle',
  cancel: 'cancelTitle',
  delete: 'removeTitle',
} as const

type Previewed = { change: BulkChange; preview: BulkPreview }

export default function BulkPanel({ entity, action, chosen, count, onClose, onStarted }: Props) {
  const { t } = useTranslation('jobs')
  const format = useFormat()
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const preview = usePreview()
  const bulk = useBulk()
  const look = async (change: BulkChange) =>
    setPreviewed({ change, preview: await preview.mutateAsync({ entity, chosen, change }) })
  const start = async ({ change }: Previewed) => {
    await bulk.mutateAsync({ entity, chosen, change })
    toast(t(($) => $.started))
    onStarted()
  }
  const total = count ? format.total(count) : ''
  return (
    <Panel opened onClose={onClose} title={t(($) => $[titles[action]], { total, count: count?.value ?? 0 })}>
      <BulkForm entity={entity} action={action} hidden={previewed !== null} onPreview={look} onCancel={onClose} />
      {previewed && (
        <BulkPreviewView
          action={action}
          preview={previewed.preview}
          problem={bulk.error}
          busy={bulk.isPending}
          onBack={() => setPreviewed(null)}
          onStart={() => void start(previewed).catch(() => undefined)}
        />
      )}
    </Panel>
  )
}
