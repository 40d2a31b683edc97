/** The people who work with Rapport. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const userStates = [
  { value: 'invited', label: { zh: '已邀请', en: 'Invited' } },
  { value: 'active', label: { zh: '在职', en: 'Active' } },
  { value: 'suspended', label: { zh: '已停用', en: 'Suspended' } },
  { value: 'left', label: { zh: '已离职', en: 'Left' } },
] as const

export const locales = [
  { value: 'zh-CN', label: { zh: '简体中文', en: 'Simplified Chinese' } },
  { value: 'en', label: { zh: '英文', en: 'English' } },
] as const

export const userFields = fieldsOf({
  name: field.text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 100, sortable: true, filterable: true }),
  email: field.identifier({
    label: { zh: '邮箱', en: 'E-mail' },
    required: true,
    max: 254,
    sortable: true,
    filterable: true,
  }),
  phone: field.text({ label: { zh: '电话', en: 'Phone' }, max: 40 }),
  title: field.text({ label: { zh: '职位', en: 'Job title' }, max: 100, sortable: true, filterable: true }),
  status: field.choice({
    label: { zh: '状态', en: 'Status' },
    derived: true,
    open: true,
    required: true,
    choices: userStates,
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  primaryTeamId: field.ref({
    label: { zh: '所属团队', en: 'Team' },
    to: 'teams',
    as: 'primaryTeam',
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  teamIds: field.refs({
    label: { zh: '全部团队', en: 'All teams' },
    restsOn: ['primaryTeamId'],
    to: 'teams',
    hasDefault: true,
    filterable: true,
  }),
  managerId: field.ref({
    label: { zh: '上级', en: 'Manager' },
    to: 'users',
    as: 'manager',
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  roleIds: field.refs({ label: { zh: '角色', en: 'Roles' }, to: 'roles', hasDefault: true, filterable: true }),
  locale: field.choice({ label: { zh: '语言', en: 'Language' }, hasDefault: true, choices: locales, filterable: true }),
  timeZone: field.text({ label: { zh: '时区', en: 'Time zone' }, hasDefault: true, max: 64, filterable: true }),
  joinedAt: field.date({ label: { zh: '入职日期', en: 'Joined' }, sortable: true, filterable: true }),
  lastSeenAt: field.instant({
    label: { zh: '最近登录', en: 'Last seen' },
    derived: true,
    sortable: true,
    filterable: true,
  }),
  externalSource: field.identifier({
    label: { zh: '外部系统', en: 'External system' },
    fixed: true,
    max: 60,
    filterable: true,
  }),
  externalId: field.identifier({
    label: { zh: '外部编号', en: 'External id' },
    fixed: true,
    max: 100,
    filterable: true,
  }),
})

/** What decides who may see and do what: an administrator alone sets these. */
export const administeredFields = ['email', 'roleIds', 'teamIds', 'primaryTeamId', 'managerId'] as const
