/** What columns of a customer file can be. */
import { field } from '../../../field/kinds.ts'
import { customerFields } from '../../customers/customers.fields.ts'
import { derivedOf, targetsOf, type EntityTargets, type Names, type Target } from '../target.ts'
import { commonNames, numberTarget, pastTargets, without } from './common.ts'
import { RECORD_ID, recordIdTarget } from './record-id.ts'

const names: Names = {
  ...commonNames,
  name: [
    '单位名称',
    '客户名称',
    '公司名称',
    '公司',
    '客户',
    '企业名称',
    '客户全称',
    '客户姓名',
    'account',
    'account name',
    'company',
    'company name',
    'customer',
    'customer name',
    'organisation',
    'organization',
  ],
  kind: ['客户类型', '客户类别', 'type', 'customer type', 'account type'],
  shortName: ['简称', '客户简称', 'short name', 'alias'],
  lifecycle: ['客户状态', '生命周期', '状态', 'status', 'lifecycle stage'],
  industryId: ['行业', '行业分类', '所属行业', 'industry', 'sector', 'vertical'],
  sizeBand: ['规模', '企业规模', '人员规模', 'company size'],
  employees: ['员工数', '员工人数', '人数', 'employees', 'number of employees', 'headcount', 'staff'],
  annualRevenue: ['年营业额', '年销售额', '年采购额', '营业额', 'revenue', 'annual revenue', 'turnover'],
  foundedYear: ['成立年份', '成立时间', '创立年份', 'year established', 'founded', 'year founded', 'established'],
  taxNo: ['税号', '统一社会信用代码', '纳税人识别号', '信用代码', 'tax number', 'tax id', 'vat number', 'vat id'],
  registryNo: ['注册号', '工商注册号', 'registry number', 'registration number'],
  parentId: ['上级客户', '母公司', '总公司', '所属集团', 'parent', 'parent company', 'subsidiary of', 'parent account'],
  referrerId: ['介绍人', '转介绍人', '推荐人', 'referrer', 'referred by'],
  region: ['省', '省份', '所在省份', '所在地', '地区', 'province', 'state', 'region'],
  website: ['网站', '网址', '官网', 'website', 'url', 'web', 'homepage'],
  occupationId: ['职业', 'occupation', 'profession'],
  externalId: [...(commonNames.externalId ?? []), 'account id', 'customer id', 'company id', 'uid'],
  lastActivityAt: ['最后联系', '最近联系', '最后跟进', 'last contacted', 'last activity', 'last seen'],
  tier: ['客户级别', '客户等级', '级别', 'level', 'rating', 'customer tier'],
}

const person = { zh: '联系人', en: 'Contact' }
const contact = (path: string, zh: string, en: string, one: Target['field'], more: readonly string[]): Target => ({
  path: `contact.${path}`,
  label: { zh, en },
  group: person,
  field: one,
  names: more,
  ...((one.kind === 'phones' || one.kind === 'emails') && { many: true as const }),
})
const text = (zh: string, en: string) => field.text({ label: { zh, en } })
const phones = field.phones({ label: { zh: '电话', en: 'Phones' } })
const emails = field.emails({ label: { zh: '邮箱', en: 'E-mails' } })

/** The person to talk to, where the file has him in the customer's row. */
const contactTargets: readonly Target[] = [
  contact('name', '姓名', 'Name', text('姓名', 'Name'), [
    '联系人',
    '联系人姓名',
    '姓名',
    'contact',
    'contact name',
    'contact person',
  ]),
  contact('title', '职务', 'Title', text('职务', 'Title'), [
    '职务',
    '职位',
    '联系人职务',
    'contact title',
    'job title',
  ]),
  contact('phones.mobile', '手机', 'Mobile', phones, ['联系人手机', '联系人电话', 'contact mobile', 'contact phone']),
  contact('phones.work', '办公电话', 'Work phone', phones, ['联系人座机', 'contact work phone']),
  contact('emails.work', '邮箱', 'E-mail', emails, ['联系人邮箱', 'contact email']),
  contact('wechat', '微信', 'WeChat', field.identifier({ label: { zh: '微信', en: 'WeChat' }, max: 60 }), [
    '联系人微信',
    'contact wechat',
  ]),
]

const dictionaries: Record<string, string> = { industryId: 'industry', occupationId: 'occupation' }

export const customerTargets: EntityTargets = {
  targets: [
    ...without(targetsOf(customerFields, names), 'externalSource').map((target) => {
      const dictionary = dictionaries[target.path]
      return dictionary ? { ...target, dictionary } : target
    }),
    numberTarget('客户编号', ['客户编号', '客户编码', '客户代码', 'customer number', 'account number']),
    ...contactTargets,
    ...pastTargets,
    recordIdTarget,
  ],
  derived: derivedOf(customerFields, names).filter(({ label }) => label.en !== 'Number'),
  keys: [RECORD_ID, 'externalId', 'number', 'taxNo', 'name', 'phones', 'emails'],
}
