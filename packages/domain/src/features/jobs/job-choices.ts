/** The words a job is described with. */

export const jobKinds = [
  { value: 'bulk', label: { zh: '批量操作', en: 'Bulk change' } },
  { value: 'export', label: { zh: '导出', en: 'Export' } },
] as const
export type JobKind = (typeof jobKinds)[number]['value']

export const jobStates = [
  { value: 'running', label: { zh: '进行中', en: 'Running' } },
  { value: 'done', label: { zh: '已完成', en: 'Done' } },
  { value: 'failed', label: { zh: '失败', en: 'Failed' } },
  { value: 'cancelled', label: { zh: '已停止', en: 'Stopped' } },
  { value: 'undoing', label: { zh: '撤销中', en: 'Undoing' } },
  { value: 'undone', label: { zh: '已撤销', en: 'Undone' } },
] as const
export type JobState = (typeof jobStates)[number]['value']

export const jobActions = [
  { value: 'update', label: { zh: '修改', en: 'Change' } },
  { value: 'transfer', label: { zh: '转移', en: 'Hand over' } },
  { value: 'complete', label: { zh: '完成', en: 'Complete' } },
  { value: 'cancel', label: { zh: '取消', en: 'Cancel' } },
  { value: 'delete', label: { zh: '删除', en: 'Delete' } },
  { value: 'csv', label: { zh: 'CSV', en: 'CSV' } },
  { value: 'xlsx', label: { zh: 'Excel', en: 'Excel' } },
  { value: 'vcf', label: { zh: 'vCard', en: 'vCard' } },
] as const
export type JobAction = (typeof jobActions)[number]['value']

/** The nouns whose records are changed or exported in number. */
export const jobEntities = [
  { value: 'customers', label: { zh: '客户', en: 'Customers' } },
  { value: 'contacts', label: { zh: '联系人', en: 'Contacts' } },
  { value: 'opportunities', label: { zh: '商机', en: 'Opportunities' } },
  { value: 'activities', label: { zh: '活动', en: 'Activities' } },
  { value: 'products', label: { zh: '产品', en: 'Products' } },
] as const
export type JobEntity = (typeof jobEntities)[number]['value']
