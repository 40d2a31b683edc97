/** The lists a business edits (industries, reasons for losing …) and their items. */
import { field, fieldsOf } from '../../field/kinds.ts'

/** Colours by name; each theme has its own shade of them. */
export const dictionaryColors = [
  { value: 'violet', label: { zh: '靛紫', en: 'Violet' } },
  { value: 'orange', label: { zh: '橙', en: 'Orange' } },
  { value: 'sage', label: { zh: '青绿', en: 'Sage' } },
  { value: 'lilac', label: { zh: '淡紫', en: 'Lilac' } },
  { value: 'olive', label: { zh: '橄榄', en: 'Olive' } },
  { value: 'wine', label: { zh: '酒红', en: 'Wine' } },
  { value: 'green', label: { zh: '绿', en: 'Green' } },
  { value: 'amber', label: { zh: '琥珀', en: 'Amber' } },
  { value: 'red', label: { zh: '红', en: 'Red' } },
  { value: 'grey', label: { zh: '灰', en: 'Grey' } },
] as const

export const dictionaryFields = fieldsOf({
  code: field.identifier({
    label: { zh: '代码', en: 'Code' },
    required: true,
    fixed: true,
    max: 40,
    sortable: true,
    filterable: true,
  }),
  label: field.label({ label: { zh: '名称', en: 'Name' }, required: true, sortable: true, filterable: true }),
  system: field.boolean({
    label: { zh: '系统字典', en: 'Built in' },
    derived: true,
    hasDefault: true,
    filterable: true,
  }),
  itemCount: field.int({ label: { zh: '项数', en: 'Items' }, derived: true, hasDefault: true, sortable: true }),
})

export const dictionaryItemFields = fieldsOf({
  dictionaryId: field.ref({
    label: { zh: '字典', en: 'Dictionary' },
    to: 'dictionaries',
    as: 'dictionary',
    required: true,
    fixed: true,
    filterable: true,
  }),
  /** The dictionary's code, so that a picker asks `dictionaryCode eq industry`. */
  dictionaryCode: field.identifier({
    label: { zh: '字典代码', en: 'Dictionary code' },
    derived: true,
    restsOn: ['dictionaryId'],
    required: true,
    filterable: true,
  }),
  code: field.identifier({
    label: { zh: '代码', en: 'Code' },
    required: true,
    fixed: true,
    max: 40,
    sortable: true,
    filterable: true,
  }),
  label: field.label({ label: { zh: '名称', en: 'Name' }, required: true, sortable: true, filterable: true }),
  /** What a relation is called from its other end; without one it is called the same from both. */
  inverseLabel: field.label({ label: { zh: '反向名称', en: 'Name from the other end' } }),
  color: field.choice({ label: { zh: '颜色', en: 'Colour' }, choices: dictionaryColors }),
  parentId: field.ref({
    label: { zh: '上级项', en: 'Parent' },
    to: 'dictionary-items',
    as: 'parent',
    filterable: true,
  }),
  order: field.int({ label: { zh: '次序', en: 'Order' }, derived: true, hasDefault: true, sortable: true }),
  archivedAt: field.instant({ label: { zh: '停用时间', en: 'Retired' }, derived: true, filterable: true }),
})
