/** What the people of the sample company share with colleagues. `ago` is days before loading, `days` how long from then on it lasts. */
import type { LentAccess } from '@rapport/domain/features/collaborators/collaborators.fields.ts'
import type { DemoComment } from './comments.ts'

export type DemoSharing = {
  about: DemoComment['about']
  by: string
  to: string
  access: LentAccess
  ago: number
  days: number | null
}

export const sharings: readonly DemoSharing[] = [
  { about: { customer: 'lanzhun' }, by: 'lin', to: 'he', access: 'write', ago: 6, days: 40 },
  { about: { customer: 'zhiyun' }, by: 'he', to: 'lin', access: 'read', ago: 3, days: null },
  { about: { dealOf: 'lanzhun' }, by: 'lin', to: 'he', access: 'read', ago: 5, days: null },
]
