/** What a list can be exported as, and what of it. */
import { both, type Filter } from '../../filter/filter.ts'

export const exportFormats = ['csv', 'xlsx', 'vcf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What is a person, or can be one. */
export const cardEntities = ['contacts', 'customers'] as const
export type CardEntity = (typeof cardEntities)[number]
export const isCardEntity = (entity: string): entity is CardEntity => cardEntities.some((one) => one === entity)

/** Only people have cards; of customers those who are persons. */
export const isOffered = (format: ExportFormat, entity: string): boolean => format !== 'vcf' || isCardEntity(entity)

const persons: Filter = { field: 'kind', op: 'eq', value: 'person' }

/** Which of the records have a card; for the others there is none. */
export const withCards = <S extends { filter?: Filter | null | undefined }>(entity: string, asked: S): S =>
  entity === 'customers' ? { ...asked, filter: both(asked.filter ?? undefined, persons) } : asked
