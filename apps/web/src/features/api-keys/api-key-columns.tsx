/** The columns of the list of keys. */
import { apiKeyFields } from '@rapport/domain/features/api-keys/api-keys.fields.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Person } from '../../ui/marks/avatar.tsx'
import { Chip, type ChipTone } from '../../ui/marks/chip.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { useLabel } from '../../lib/use-language.ts'
import styles from './api-keys.module.css'
import { stateOf, type ApiKey, type KeyState } from './api-keys.queries.ts'

type Column = GridColumn<ApiKey>
const tones: Record<KeyState, ChipTone> = { live: 'ok', ending: 'warn', expired: 'plain', revoked: 'plain' }

export function KeyStateChip({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('apiKeys')
  const state = stateOf(apiKey)
  return <Chip tone={tones[state]}>{t(($) => $.state[state])}</Chip>
}

function Rights({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('apiKeys')
  return apiKey.fullAccess ? t(($) => $.full) : t(($) => $.count, { count: apiKey.scopes.length })
}

function Owner({ apiKey }: { apiKey: ApiKey }) {
  return <Person name={useLabel()(apiKey.owner.label)} />
}

const column = (
  id: keyof typeof apiKeyFields,
  width: number,
  cell: Column['cell'],
  more: Partial<Column> = {},
): Column => ({ id, label: apiKeyFields[id].label, width, cell, sortable: 'sortable' in apiKeyFields[id], ...more })

export function useApiKeyColumns(): Column[] {
  const { t } = useTranslation('apiKeys')
  return useMemo(
    () => [
      column('label', 200, (key) => key.label, { grow: true }),
      { id: 'state', label: t(($) => $.stateLabel), width: 100, cell: (key) => <KeyStateChip apiKey={key} /> },
      column('prefix', 140, (key) => <span className={styles.mono}>{key.prefix}…</span>),
      { id: 'scopes', label: t(($) => $.scopes), width: 140, cell: (key) => <Rights apiKey={key} /> },
      column('ownerId', 140, (key) => <Owner apiKey={key} />),
      column('lastUsedAt', 130, (key, format) =>
        key.lastUsedAt ? format.relative(key.lastUsedAt) : t(($) => $.never),
      ),
      column('expiresAt', 150, (key, format) => (key.expiresAt ? format.dateTime(key.expiresAt) : t(($) => $.noEnd))),
      column('createdAt', 150, (key, format) => format.dateTime(key.createdAt), { optional: true }),
    ],
    [t],
  )
}
