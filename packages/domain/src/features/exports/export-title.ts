/** What an export is called in lists of jobs, in the words of who started it. */
import { jobEntities, type JobEntity } from '../jobs/job-choices.ts'
import type { ExportFormat } from './export-formats.ts'

const formats: Record<ExportFormat, string> = { csv: 'CSV', xlsx: 'Excel', vcf: 'vCard' }

const nameOf = (entity: JobEntity, language: 'zh' | 'en') =>
  jobEntities.find(({ value }) => value === entity)?.label[language] ?? entity

/** 导出客户（CSV） – Export customers (CSV). */
export const exportTitle = (language: 'zh-CN' | 'en', entity: JobEntity, format: ExportFormat): string =>
  language === 'en'
    ? `Export ${nameOf(entity, 'en').toLowerCase()} (${formats[format]})`
    : `导出${nameOf(entity, 'zh')}（${formats[format]}）`

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** 客户-20261128-1405.csv; `clock` is the wall-clock time as if it were UTC. */
export const exportFileName = (
  language: 'zh-CN' | 'en',
  entity: JobEntity,
  format: ExportFormat,
  clock: Date,
): string => {
  const [year, month, day] = [clock.getUTCFullYear(), clock.getUTCMonth() + 1, clock.getUTCDate()]
  const date = `${year}${twoDigits(month)}${twoDigits(day)}`
  const time = `${twoDigits(clock.getUTCHours())}${twoDigits(clock.getUTCMinutes())}`
  return `${nameOf(entity, language === 'en' ? 'en' : 'zh')}-${date}-${time}.${format}`
}
