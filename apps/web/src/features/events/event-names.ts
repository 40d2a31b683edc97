/** What kinds of records, and the lists that hang on them, are called where everything is told. */
import { nouns } from '@rapport/domain/access/permissions.ts'
import type { Choice } from '@rapport/domain/field/kinds.ts'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'

/** The lists by `noun.field`. */
export function usePartNames(): Record<string, string> {
  const { t } = useTranslation('events')
  return useMemo(
    () => ({
      'contacts.customers': t(($) => $.parts.places),
      'contacts.relations': t(($) => $.parts.relations),
      'customers.relations': t(($) => $.parts.relations),
      'opportunities.lines': t(($) => $.parts.lines),
      'opportunities.contacts': t(($) => $.parts.people),
      'opportunities.competitors': t(($) => $.parts.competitors),
      'roles.rights': t(($) => $.parts.rights),
      'roles.scopes': t(($) => $.parts.scopes),
      'roles.fieldRules': t(($) => $.parts.fieldRules),
      'roles.special': t(($) => $.parts.special),
    }),
    [t],
  )
}

// Events tell of more than what rights are given for.
const others: Choice[] = [
  { value: 'sessions', label: { zh: '登录', en: 'Sign-ins' } },
  { value: 'settings', label: { zh: '设置', en: 'Settings' } },
  { value: 'dictionary-items', label: { zh: '字典项', en: 'Dictionary items' } },
  { value: 'saved-views', label: { zh: '视图', en: 'Views' } },
  { value: 'attachments', label: { zh: '文件', en: 'Files' } },
  { value: 'comments', label: { zh: '评论', en: 'Comments' } },
  { value: 'jobs', label: { zh: '后台任务', en: 'Jobs' } },
]
/** What events can be about. */
export const entityChoices: readonly Choice[] = [
  ...Object.entries(nouns).map(([value, label]) => ({ value, label })),
  ...others.filter(({ value }) => !(value in nouns)),
]

export function useEntityName(): (entity: string) => string {
  const textOf = useLabel()
  return useCallback(
    (entity: string) => textOf(entityChoices.find(({ value }) => value === entity)?.label ?? entity),
    [textOf],
  )
}
