/** People at customers; one person may stand at several. */
import { field, fieldsOf } from '../../field/kinds.ts'
import { contactGenders, contactLanguages } from './contact-choices.ts'

export const contactFields = fieldsOf({
  name: field.text({
    label: { zh: '姓名', en: 'Name' },
    required: true,
    max: 100,
    sensitive: 'personal',
    sortable: true,
    filterable: true,
  }),
  salutation: field.text({ label: { zh: '称谓', en: 'Salutation' }, max: 40, filterable: true }),
  phones: field.phones({
    label: { zh: '电话', en: 'Phones' },
    hasDefault: true,
    sensitive: 'personal',
    filterable: true,
  }),
  emails: field.emails({
    label: { zh: '邮箱', en: 'E-mails' },
    hasDefault: true,
    sensitive: 'personal',
    filterable: true,
  }),
  wechat: field.identifier({ label: { zh: '微信', en: 'WeChat' }, max: 60, sensitive: 'personal', filterable: true }),
  birthDate: field.date({ label: { zh: '生日', en: 'Birth date' }, sensitive: 'personal', filterable: true }),
  gender: field.choice({
    label: { zh: '性别', en: 'Gender' },
    choices: contactGenders,
    sensitive: 'personal',
    filterable: true,
  }),
  occupationId: field.ref({
    label: { zh: '职业', en: 'Occupation' },
    to: 'dictionary-items',
    as: 'occupation',
    filterable: true,
    groupable: true,
  }),
  reportsToId: field.ref({
    label: { zh: '汇报对象', en: 'Reports to' },
    to: 'contacts',
    as: 'reportsTo',
    filterable: true,
  }),
  doNotCall: field.boolean({ label: { zh: '勿打电话', en: 'Do not call' }, hasDefault: true, filterable: true }),
  language: field.choice({
    label: { zh: '语言', en: 'Language' },
    hasDefault: true,
    choices: contactLanguages,
    filterable: true,
  }),
  ownerId: field.ref({
    label: { zh: '负责人', en: 'Owner' },
    fixed: true,
    to: 'users',
    as: 'owner',
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  teamId: field.ref({
    label: { zh: '团队', en: 'Team' },
    derived: true,
    to: 'teams',
    as: 'team',
    filterable: true,
    groupable: true,
  }),
  /** The customers this person stands at now; `customers` says how. */
  customerIds: field.refs({
    label: { zh: '所在客户', en: 'Customers' },
    derived: true,
    to: 'customers',
    filterable: true,
  }),
  tags: field.tags({ label: { zh: '标签', en: 'Tags' }, hasDefault: true, filterable: true }),
  note: field.longText({ label: { zh: '备注', en: 'Note' }, sensitive: 'personal', heavy: true }),
  lastActivityAt: field.instant({
    label: { zh: '最近跟进', en: 'Last activity' },
    derived: true,
    sortable: true,
    filterable: true,
  }),
  externalSource: field.identifier({
    label: { zh: '外部系统', en: 'External system' },
    max: 60,
    filterable: true,
    heavy: true,
  }),
  externalId: field.identifier({
    label: { zh: '外部编号', en: 'External id' },
    max: 120,
    filterable: true,
    heavy: true,
  }),
})
