/** Targets and column names that several entities share. */
import { field } from '../../../field/kinds.ts'
import type { Names, Target } from '../target.ts'

export const commonNames: Names = {
  ownerId: [
    '业务员',
    '销售',
    '销售员',
    '销售负责人',
    '跟进人',
    '客户经理',
    'sales agent',
    'sales rep',
    'salesperson',
    'sales',
    'account manager',
    'assigned to',
    'rep',
  ],
  'phones.mobile': [
    '手机',
    '手机号',
    '手机号码',
    '移动电话',
    '联系电话',
    'mobile',
    'mobile phone',
    'cell',
    'cell phone',
  ],
  'phones.work': [
    '固话',
    '座机',
    '电话',
    '电话号码',
    '办公电话',
    'phone',
    'phone work',
    'work phone',
    'office phone',
    'telephone',
    'tel',
  ],
  'phones.home': ['家庭电话', '住宅电话', 'phone home', 'home phone'],
  'phones.fax': ['传真', '传真号', 'fax', 'fax number'],
  'phones.other': ['其他电话', 'phone other', 'other phone'],
  'emails.work': [
    '邮箱',
    '电子邮箱',
    '邮件',
    '电子邮件',
    '工作邮箱',
    'email',
    'e-mail',
    'mail',
    'email work',
    'work email',
    'email address',
  ],
  'emails.home': ['个人邮箱', '私人邮箱', 'email home', 'personal email', 'home email'],
  'emails.other': ['其他邮箱', 'email other', 'other email'],
  'addresses.street': ['地址', '详细地址', '联系地址', '通讯地址', 'address', 'street', 'street address'],
  'addresses.postcode': ['邮编', '邮政编码', 'zip', 'zip code', 'postcode', 'postal code'],
  'addresses.district': ['区', '区县', '县区', 'district', 'county'],
  wechat: ['微信', '微信号', 'wechat', 'wechat id', 'weixin'],
  birthDate: ['生日', '出生日期', '出生年月', 'birthday', 'date of birth', 'dob'],
  gender: ['性别', 'gender', 'sex'],
  sourceId: ['来源', '客户来源', '渠道', '线索来源', 'source', 'lead source', 'channel'],
  tags: ['标签', 'tags', 'labels', 'keywords'],
  note: [
    '备注',
    '说明',
    '备注信息',
    'note',
    'notes',
    'remark',
    'remarks',
    'comment',
    'comments',
    'background',
    'description',
  ],
  language: ['语言', 'language'],
  currency: ['币种', '货币', 'currency'],
  externalId: ['外部编号', '原编号', '旧系统编号', 'external id', 'source id', 'legacy id'],
  region: ['省', '省份', '所在省份', 'province', 'state', 'region'],
  city: ['市', '城市', '所在城市', 'city', 'town'],
  country: ['国家', '国家地区', 'country', 'office location', 'nation'],
}

/** Which record a row is, by the number people call it; never written, because numbers are the product's own. */
export const numberTarget = (zh: string, names: readonly string[]): Target => ({
  path: 'number',
  label: { zh, en: 'Number' },
  field: field.identifier({ label: { zh, en: 'Number' }, max: 60 }),
  keyOnly: true,
  names,
})

/** Who made the record, and when: only past records bring it. */
export const pastTargets: readonly Target[] = [
  {
    path: 'createdAt',
    label: { zh: '创建时间', en: 'Created' },
    field: field.instant({ label: { zh: '创建时间', en: 'Created' } }),
    past: true,
    names: [
      '创建日期',
      '录入时间',
      '建档时间',
      'created at',
      'created on',
      'date created',
      'first seen',
      'created date',
    ],
  },
  {
    path: 'createdById',
    label: { zh: '创建人', en: 'Created by' },
    field: field.ref({ label: { zh: '创建人', en: 'Created by' }, to: 'users', as: 'createdBy' }),
    past: true,
    names: ['录入人', '建档人', 'author', 'creator'],
  },
]

/** The fields an import fills by itself. */
export const without = (targets: readonly Target[], ...paths: string[]): Target[] =>
  targets.filter(({ path }) => !paths.includes(path))
