/** What columns of a contact file can be. */
import { field } from '../../../field/kinds.ts'
import { contactFields } from '../../contacts/contacts.fields.ts'
import { derivedOf, targetsOf, type EntityTargets, type Names, type Target } from '../target.ts'
import { commonNames, pastTargets, without } from './common.ts'
import { RECORD_ID, recordIdTarget } from './record-id.ts'

const names: Names = {
  ...commonNames,
  name: ['联系人', '联系人姓名', '姓名', '名字', 'name', 'full name', 'contact', 'contact name', 'contact person'],
  salutation: ['称谓', '称呼', 'salutation', 'prefix'],
  occupationId: ['职业', 'occupation', 'profession'],
  reportsToId: ['汇报对象', '上级', '直接上级', 'reports to', 'manager', 'supervisor'],
  doNotCall: ['勿打电话', '免打扰', 'do not call', 'opt out'],
  'phones.home': ['家庭电话', '住宅电话', 'phone home', 'home phone'],
  externalId: [...(commonNames.externalId ?? []), 'id', 'uid', 'contact id'],
}

const place = { zh: '所在客户', en: 'Customer' }
const text = (zh: string, en: string) => field.text({ label: { zh, en }, max: 100 })
const own = (path: string, zh: string, en: string, more: readonly string[], group?: Target['group']): Target => ({
  path,
  label: { zh, en },
  field: text(zh, en),
  names: more,
  ...(group && { group }),
})

const shaped = (target: Target): Target => {
  if (target.path === 'occupationId') return { ...target, dictionary: 'occupation' }
  return target.path === 'name' ? { ...target, from: ['firstName', 'lastName'] } : target
}

export const contactTargets: EntityTargets = {
  targets: [
    ...without(targetsOf(contactFields, names), 'externalSource').map(shaped),
    own('firstName', '名', 'First name', ['名', 'first name', 'given name', 'forename']),
    own('lastName', '姓', 'Last name', ['姓', 'last name', 'surname', 'family name']),
    {
      path: 'customerId',
      label: { zh: '名称', en: 'Name' },
      group: place,
      field: field.ref({ label: place, to: 'customers', as: 'customer' }),
      names: [
        '公司',
        '公司名称',
        '客户',
        '客户名称',
        '单位',
        '单位名称',
        '所在公司',
        'company',
        'company name',
        'customer',
        'account',
        'organisation',
        'organization',
      ],
    },
    own('title', '职务', 'Title', ['职务', '职位', '岗位', 'title', 'job title', 'position'], place),
    own('departmentName', '部门', 'Department', ['部门', '所在部门', 'department'], place),
    ...pastTargets,
    recordIdTarget,
  ],
  derived: derivedOf(contactFields, {
    lastActivityAt: ['最后联系', '最近联系', 'last seen', 'last contacted', 'last activity'],
  }),
  keys: [RECORD_ID, 'externalId', 'emails', 'phones', 'wechat', 'name'],
}
