/** What a row of past records says of its author and its date. */
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { Past } from '../../../records/past.ts'

export const pastOf = ({ history }: ImportPlan, { values }: ParsedRow): Past => {
  const [createdAt, createdById] = [values.get('createdAt'), values.get('createdById')]
  if (!history) return {}
  return {
    ...(typeof createdAt === 'string' && { createdAt }),
    ...(typeof createdById === 'string' && { createdById }),
  }
}
