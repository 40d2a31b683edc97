/** An export as it is asked for. */
import { z } from 'zod'
import { identifier, text } from '../../contract/text.ts'
import { filterSchema } from '../../filter/schema.ts'
import { jobEntities } from '../jobs/job-choices.ts'
import { exportFormats } from './export-formats.ts'

const entities = jobEntities.map(({ value }) => value)

export const exportBody = z.strictObject({
  entity: z.enum(entities as [(typeof entities)[number], ...typeof entities]),
  filter: filterSchema.nullable().optional().meta({ description: 'Which records; all the caller sees without it.' }),
  search: text(100).optional().meta({ description: 'The words the list is searched for.' }),
  sort: z.array(identifier(60)).max(5).optional().meta({ description: 'As in lists: fields, `-` for descending.' }),
  fields: z.array(identifier(60)).min(1).max(100).optional().meta({
    description: 'The columns in their order; all the caller may read without it. The id always comes, last.',
  }),
  format: z.enum(exportFormats).meta({
    description:
      'Address cards (vCard 4.0, `vcf`) are made of contacts, and of those customers who are persons; the others are left out.',
  }),
  language: z
    .enum(['zh-CN', 'en'])
    .optional()
    .meta({ description: 'Of headers and choices; the caller’s own without it.' }),
})
export type ExportBody = z.output<typeof exportBody>

/** What a job keeps of it. */
export type ExportSpec = Pick<ExportBody, 'filter' | 'search' | 'sort' | 'fields'> & { language: 'zh-CN' | 'en' }
