/** What roles are called, for the screens of other rooms; empty for who may not read roles. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../lib/call.ts'
import { useLabel } from '../lib/use-language.ts'
import { useMay } from './session.ts'

const roleLabels = queryOptions({
  queryKey: ['roles', 'labels'],
  queryFn: ({ signal }) => call('GET /roles', { query: { fields: 'id,label', limit: '200', total: 'none' }, signal }),
})

export function useRoleNames(): Map<string, string> {
  const may = useMay()
  const textOf = useLabel()
  const { data } = useQuery({ ...roleLabels, enabled: may('roles.read') })
  return useMemo(() => new Map(data?.items.map(({ id, label }) => [id, textOf(label)])), [data, textOf])
}
