/** What a bulk change is called in lists of jobs, in the words of who started it. */
import { jobActions, jobEntities } from '../jobs/job-choices.ts'
import { type BulkAction, type BulkEntity } from './bulk-actions.ts'
import { bulkFields } from './bulk-fields.ts'

const wordIn = (choices: typeof jobActions | typeof jobEntities, value: string, language: 'zh' | 'en') =>
  choices.find((choice) => choice.value === value)?.label[language] ?? value

/** 修改客户：来源、标签 – Change customers: Source, Tags. */
export const bulkTitle = (
  locale: 'zh-CN' | 'en',
  entity: BulkEntity,
  action: BulkAction,
  names: readonly string[],
): string => {
  const language = locale === 'en' ? 'en' : 'zh'
  const noun = wordIn(jobEntities, entity, language)
  const verb = wordIn(jobActions, action, language)
  const fields = names.flatMap((name) => bulkFields[entity][name]?.label[language] ?? [])
  const what = language === 'en' ? `${verb} ${noun.toLowerCase()}` : `${verb}${noun}`
  if (fields.length === 0) return what
  return language === 'en' ? `${what}: ${fields.join(', ')}` : `${what}：${fields.join('、')}`
}
