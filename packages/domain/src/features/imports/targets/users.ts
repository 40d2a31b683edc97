/** What columns of a staff file can be. Who comes in this way is invited; nobody gets a password from a file. */
import { field } from '../../../field/kinds.ts'
import { userFields } from '../../users/users.fields.ts'
import { derivedOf, targetsOf, type EntityTargets, type Names } from '../target.ts'
import { commonNames, without } from './common.ts'

const names: Names = {
  name: [
    '姓名',
    '员工姓名',
    '成员',
    '业务员',
    '销售员',
    'name',
    'full name',
    'employee',
    'user',
    'sales agent',
    'sales rep',
    'agent',
  ],
  email: ['邮箱', '电子邮箱', '工作邮箱', 'email', 'e-mail', 'mail', 'work email', 'email address', 'login'],
  phone: ['手机', '手机号', '电话', 'phone', 'mobile', 'telephone'],
  title: ['职位', '职务', '岗位', 'title', 'job title', 'position'],
  primaryTeamId: [
    '团队',
    '所属团队',
    '部门',
    '所在部门',
    '小组',
    'team',
    'department',
    'regional office',
    'office',
    'group',
  ],
  managerId: ['上级', '直接上级', '主管', '经理', 'manager', 'reports to', 'supervisor'],
  locale: ['语言', 'language', 'locale'],
  timeZone: ['时区', 'time zone', 'timezone'],
  joinedAt: ['入职日期', '入职时间', 'joined', 'hire date', 'start date'],
  externalId: [...(commonNames.externalId ?? []), '工号', '员工编号', 'employee id', 'employee number', 'staff id'],
}

const role = { zh: '角色', en: 'Role' }

export const userTargets: EntityTargets = {
  targets: [
    ...without(targetsOf(userFields, names), 'externalSource', 'teamIds', 'roleIds'),
    {
      path: 'roleId',
      label: role,
      field: field.ref({ label: role, to: 'roles', as: 'role' }),
      names: ['角色', '权限', 'role', 'profile'],
    },
  ],
  derived: derivedOf(userFields, {}),
  keys: ['email', 'externalId', 'name'],
}
