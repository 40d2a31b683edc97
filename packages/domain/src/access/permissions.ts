/** The catalogue of rights: noun × action, and the special ones that are not about one noun. */
import type { Label } from '../field/kinds.ts'

export const actions = ['read', 'create', 'update', 'delete', 'export', 'import'] as const
export type Action = (typeof actions)[number]

/** Nouns a role has rights on, with what people call them. Adding a noun is one line here. */
export const nouns = {
  customers: { zh: '客户', en: 'Customers' },
  contacts: { zh: '联系人', en: 'Contacts' },
  opportunities: { zh: '商机', en: 'Opportunities' },
  activities: { zh: '活动记录', en: 'Activities' },
  products: { zh: '产品', en: 'Products' },
  sources: { zh: '来源', en: 'Sources' },
  pipelines: { zh: '销售管道', en: 'Pipelines' },
  competitors: { zh: '竞争对手', en: 'Competitors' },
  dictionaries: { zh: '字典', en: 'Dictionaries' },
  'exchange-rates': { zh: '汇率', en: 'Exchange rates' },
  users: { zh: '成员', en: 'Users' },
  teams: { zh: '团队', en: 'Teams' },
  roles: { zh: '角色', en: 'Roles' },
  'api-keys': { zh: 'API 密钥', en: 'API keys' },
  imports: { zh: '导入', en: 'Imports' },
  reports: { zh: '报表', en: 'Reports' },
} as const satisfies Record<string, Label>

export type Noun = keyof typeof nouns

export const specials = {
  'pipeline.define': { zh: '定义阶段', en: 'Define stages' },
  'stage.override': { zh: '放行未满足的阶段条件', en: 'Override stage criteria' },
  'source.correct': { zh: '更正来源', en: 'Correct a source' },
  'duplicate.override': { zh: '确认重复仍新建', en: 'Create despite a duplicate' },
  'import.history': { zh: '导入历史记录', en: 'Import past records' },
  'settings.manage': { zh: '管理设置', en: 'Manage settings' },
  'people.administer': { zh: '管理成员与权限', en: 'Administer people and rights' },
  'see.as': { zh: '以他人身份预览', en: 'See as somebody else' },
  'audit.read': { zh: '查看审计', en: 'Read the audit trail' },
} as const satisfies Record<string, Label>

export type Special = keyof typeof specials
export type Permission = `${Noun}.${Action}` | Special
