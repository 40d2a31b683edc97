/** Periods of ownership in SQL; who sees the record they belong to is asked before. */
import { ownershipPeriodFields } from '@rapport/domain/features/ownership-periods/ownership-periods.fields.ts'
import { recordSet, sql } from '../../records/record-set.ts'

export const ownershipPeriodRecords = recordSet({
  noun: 'ownership-periods',
  alias: 'period',
  fields: ownershipPeriodFields,
  from: sql`ownership_periods period left join users owner on owner.id = period."ownerId" left join users person on person.id = period."byId"`,
  visibleTo: () => sql`true`,
  labels: { owner: sql`owner.name`, by: sql`person.name` },
  can: () => ({}),
  defaultSort: ['-from'],
})
