/** A file being brought in, as lists and filters know it. */
import { field, fieldsOf } from '../../field/kinds.ts'
import { importEntities, importFills, importModes, importStates } from './import-choices.ts'

const count = (zh: string, en: string) =>
  field.int({ label: { zh, en }, derived: true, required: true, sortable: true })

export const importFields = fieldsOf({
  entity: field.choice({
    label: { zh: '导入到', en: 'Into' },
    open: true,
    required: true,
    fixed: true,
    choices: importEntities,
    filterable: true,
    groupable: true,
  }),
  fileName: field.text({
    label: { zh: '文件', en: 'File' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  fileSize: field.int({ label: { zh: '大小', en: 'Size' }, derived: true, required: true, sortable: true }),
  encoding: field.text({ label: { zh: '编码', en: 'Encoding' }, hasDefault: true }),
  delimiter: field.text({ label: { zh: '分隔符', en: 'Delimiter' }, hasDefault: true }),
  headerRow: field.int({ label: { zh: '标题行', en: 'Header row' }, hasDefault: true }),
  status: field.choice({
    label: { zh: '状态', en: 'State' },
    derived: true,
    open: true,
    required: true,
    choices: importStates,
    filterable: true,
    groupable: true,
  }),
  mode: field.choice({ label: { zh: '方式', en: 'Mode' }, hasDefault: true, choices: importModes, filterable: true }),
  fill: field.choice({ label: { zh: '已有记录', en: 'Existing records' }, hasDefault: true, choices: importFills }),
  history: field.boolean({ label: { zh: '历史记录', en: 'Past records' }, hasDefault: true, filterable: true }),
  sourceId: field.ref({ label: { zh: '来源', en: 'Source' }, to: 'sources', as: 'source' }),
  ownerId: field.ref({
    label: { zh: '导入人', en: 'Imported by' },
    derived: true,
    required: true,
    to: 'users',
    as: 'owner',
    filterable: true,
  }),
  rowCount: count('行数', 'Rows'),
  progress: count('已处理', 'Rows done'),
  created: count('新建', 'Created'),
  updated: count('更新', 'Updated'),
  skipped: count('跳过', 'Skipped'),
  failed: count('失败', 'Failed'),
  // Found by the dry run; each is counted above as well, under what was decided for it.
  duplicates: count('重复', 'Duplicates'),
  startedAt: field.instant({ label: { zh: '开始', en: 'Started' }, derived: true, sortable: true, filterable: true }),
  finishedAt: field.instant({ label: { zh: '完成', en: 'Finished' }, derived: true, sortable: true, filterable: true }),
})
