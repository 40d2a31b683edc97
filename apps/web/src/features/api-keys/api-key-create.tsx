/** Makes a key: what it is for, what it may, how long it lasts. */
import { apiKeyFields } from '@rapport/domain/features/api-keys/api-keys.fields.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCreateApiKey, type ApiKeyMade } from './api-keys.queries.ts'
import styles from './api-keys.module.css'
import { KeyDialog } from './key-dialog.tsx'
import { ScopePicker } from './scope-picker.tsx'

const DAY = 86_400_000
const lifetimes = ['30', '90', '365', 'none'] as const

const endAfter = (days: unknown) => (days === 'none' ? null : new Date(Date.now() + Number(days) * DAY).toISOString())

type Reach = 'some' | 'full'
type Limits = { reach: Reach; scopes: string[] }

function useKeyForm({ reach, scopes }: Limits) {
  const create = useCreateApiKey()
  const [made, setMade] = useState<ApiKeyMade>()
  const form = useRecordForm({
    initial: { label: '', days: '90' },
    onSubmit: async ({ label, days }) => {
      const limits = reach === 'full' ? { fullAccess: true } : { scopes }
      const body = { label, expiresAt: endAfter(days), ...limits }
      setMade(await create.mutateAsync(body as BodyOf<'POST /api-keys'>))
    },
  })
  return { form, made }
}

function Rights({ limits, onChange }: { limits: Limits; onChange: (limits: Limits) => void }) {
  const { t } = useTranslation('apiKeys')
  const options = [
    { value: 'some' as const, label: t(($) => $.some) },
    { value: 'full' as const, label: t(($) => $.full) },
  ]
  return (
    <>
      <Segmented
        showLabel
        label={t(($) => $.scopes)}
        value={limits.reach}
        options={options}
        onChange={(reach) => onChange({ ...limits, reach })}
      />
      {limits.reach === 'full' ? (
        <p className={styles.note}>{t(($) => $.fullText)}</p>
      ) : (
        <ScopePicker value={limits.scopes} onChange={(scopes) => onChange({ ...limits, scopes })} />
      )}
    </>
  )
}

export default function ApiKeyCreate({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('apiKeys')
  const { t: common } = useTranslation('common')
  const [limits, setLimits] = useState<Limits>({ reach: 'some', scopes: [] })
  const { form, made } = useKeyForm(limits)
  return (
    <Panel opened onClose={onClose} title={t(($) => $.create)} width={560}>
      <Form of={form} inPanel submit={common(($) => $.action.create)} onCancel={onClose}>
        <TextField name="label" label={apiKeyFields.label.label} help={t(($) => $.labelHelp)} required startHere />
        <SelectField
          name="days"
          label={t(($) => $.lifetime)}
          options={lifetimes.map((value) => ({ value, label: t(($) => $.days[value]) }))}
        />
        <Rights limits={limits} onChange={setLimits} />
      </Form>
      {made && <KeyDialog made={made} onClose={onClose} />}
    </Panel>
  )
}
