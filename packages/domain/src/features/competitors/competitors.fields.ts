/** Whom we meet in deals. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const competitorFields = fieldsOf({
  name: field.text({
    label: { zh: '名称', en: 'Name' },
    required: true,
    max: 100,
    sortable: true,
    filterable: true,
  }),
  website: field.text({ label: { zh: '网站', en: 'Website' }, max: 200, filterable: true }),
  strengths: field.longText({ label: { zh: '优势', en: 'Strengths' }, max: 2000, filterable: true }),
  weaknesses: field.longText({ label: { zh: '劣势', en: 'Weaknesses' }, max: 2000, filterable: true }),
  archivedAt: field.instant({ label: { zh: '归档时间', en: 'Archived' }, derived: true, filterable: true }),
})
