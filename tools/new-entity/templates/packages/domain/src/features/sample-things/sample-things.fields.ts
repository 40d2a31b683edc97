/** The fields of a sample thing. Labels, types, filters, columns and schemas all come from here. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const sampleThingFields = fieldsOf({
  name: field.text({
    label: { zh: '名称', en: 'Name' },
    required: true,
    max: 100,
    sortable: true,
    filterable: true,
  }),
  note: field.longText({ label: { zh: '备注', en: 'Note' }, max: 5000 }),
  archivedAt: field.instant({
    label: { zh: '归档时间', en: 'Archived' },
    derived: true,
    filterable: true,
  }),
})
