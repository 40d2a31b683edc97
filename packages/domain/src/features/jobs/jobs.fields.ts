/** Jobs: work in the background that somebody asked for, his own alone. */
import { field, fieldsOf } from '../../field/kinds.ts'
import { jobActions, jobEntities, jobKinds, jobStates } from './job-choices.ts'

const count = (zh: string, en: string) => field.int({ label: { zh, en }, derived: true, required: true })

export const jobFields = fieldsOf({
  kind: field.choice({
    label: { zh: '类型', en: 'Kind' },
    derived: true,
    required: true,
    choices: jobKinds,
    filterable: true,
    groupable: true,
  }),
  entity: field.choice({
    label: { zh: '对象', en: 'Of' },
    derived: true,
    required: true,
    choices: jobEntities,
    filterable: true,
    groupable: true,
  }),
  action: field.choice({
    label: { zh: '操作', en: 'Action' },
    derived: true,
    required: true,
    choices: jobActions,
    filterable: true,
  }),
  title: field.text({
    label: { zh: '任务', en: 'Job' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  state: field.choice({
    label: { zh: '状态', en: 'State' },
    derived: true,
    required: true,
    choices: jobStates,
    filterable: true,
    groupable: true,
  }),
  total: count('总数', 'In all'),
  done: count('已处理', 'Done'),
  changed: count('已修改', 'Changed'),
  unchanged: count('无需修改', 'As they were'),
  failed: count('未成功', 'Failed'),
  undone: count('已撤销', 'Undone'),
  kept: count('保留', 'Kept'),
  fileSize: field.int({ label: { zh: '大小', en: 'Size' }, derived: true }),
  finishedAt: field.instant({ label: { zh: '完成', en: 'Finished' }, derived: true, sortable: true, filterable: true }),
  expiresAt: field.instant({ label: { zh: '保留至', en: 'Kept until' }, derived: true }),
})
