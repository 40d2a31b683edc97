/** The words an import is described with. */

export const importEntities = [
  { value: 'customers', label: { zh: '客户', en: 'Customers' } },
  { value: 'contacts', label: { zh: '联系人', en: 'Contacts' } },
  { value: 'opportunities', label: { zh: '商机', en: 'Opportunities' } },
  { value: 'products', label: { zh: '产品', en: 'Products' } },
  { value: 'users', label: { zh: '成员', en: 'Users' } },
  { value: 'teams', label: { zh: '团队', en: 'Teams' } },
] as const
export type ImportEntity = (typeof importEntities)[number]['value']

export const importStates = [
  { value: 'uploaded', label: { zh: '已上传', en: 'Uploaded' } },
  { value: 'mapped', label: { zh: '已对应列', en: 'Mapped' } },
  { value: 'checking', label: { zh: '检查中', en: 'Checking' } },
  { value: 'dryRun', label: { zh: '已检查', en: 'Checked' } },
  { value: 'running', label: { zh: '导入中', en: 'Running' } },
  { value: 'done', label: { zh: '已完成', en: 'Done' } },
  { value: 'failed', label: { zh: '失败', en: 'Failed' } },
  { value: 'cancelled', label: { zh: '已取消', en: 'Cancelled' } },
  { value: 'undoing', label: { zh: '撤销中', en: 'Undoing' } },
  { value: 'undone', label: { zh: '已撤销', en: 'Undone' } },
] as const
export type ImportState = (typeof importStates)[number]['value']

export const importModes = [
  { value: 'create', label: { zh: '只新建', en: 'Create only' } },
  { value: 'update', label: { zh: '只更新', en: 'Update only' } },
  { value: 'upsert', label: { zh: '新建并更新', en: 'Create and update' } },
] as const
export type ImportMode = (typeof importModes)[number]['value']

/** What an update writes: every mapped field, or those that are empty so far. */
export const importFills = [
  { value: 'all', label: { zh: '覆盖已有字段', en: 'Overwrite fields' } },
  { value: 'empty', label: { zh: '更新空白字段', en: 'Fill empty fields' } },
] as const
export type ImportFill = (typeof importFills)[number]['value']

export const verdicts = ['new', 'update', 'duplicate', 'error'] as const
export type Verdict = (typeof verdicts)[number]

export const decisions = ['create', 'update', 'merge', 'skip'] as const
export type Decision = (typeof decisions)[number]

/** How surely a row is a record there is, or a row before it. */
export const levels = ['certain', 'likely'] as const

export const outcomes = ['created', 'updated', 'skipped', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** What an undo did with a row that wrote something; `kept`: at least a part of it stays as it is. */
export const undoings = ['undone', 'kept'] as const

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]
