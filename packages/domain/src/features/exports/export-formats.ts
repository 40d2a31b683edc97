/** What a list can be exported as. */
export const exportFormats = ['csv', 'xlsx', 'vcf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What is a person, or can be one. */
export const cardEntities = ['contacts', 'customers'] as const
export type CardEntity = (typeof cardEntities)[number]
export const isCardEntity = (entity: string): entity is CardEntity => cardEntities.some((one) => one === entity)

/** Only people have cards; of customers those who are persons. */
export const isOffered = (format: ExportFormat, entity: string): boolean => format !== 'vcf' || isCardEntity(entity)
