/** What a list can be exported as. */
export const exportFormats = ['csv', 'xlsx', 'vcf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Only people have cards. */
export const isOffered = (format: ExportFormat, entity: string): boolean => format !== 'vcf' || entity === 'contacts'
