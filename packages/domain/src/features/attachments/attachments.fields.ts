/** Files that belong to a record. Nobody changes one: another version is another file. */
import { field, fieldsOf } from '../../field/kinds.ts'

/** What files can be attached to. */
export const attachmentTargets = [
  { value: 'customer', label: { zh: '客户', en: 'Customer' } },
  { value: 'contact', label: { zh: '联系人', en: 'Contact' } },
  { value: 'opportunity', label: { zh: '商机', en: 'Opportunity' } },
  { value: 'activity', label: { zh: '活动', en: 'Activity' } },
] as const
export type AttachmentTarget = (typeof attachmentTargets)[number]['value']

export const attachmentKinds = [
  { value: 'image', label: { zh: '图片', en: 'Picture' } },
  { value: 'document', label: { zh: '文档', en: 'Document' } },
  { value: 'text', label: { zh: '文本', en: 'Text' } },
  { value: 'markup', label: { zh: '网页', en: 'Markup' } },
  { value: 'archive', label: { zh: '压缩包', en: 'Archive' } },
  { value: 'sound', label: { zh: '录音', en: 'Sound' } },
  { value: 'video', label: { zh: '视频', en: 'Video' } },
] as const

export const attachmentFields = fieldsOf({
  targetType: field.choice({
    label: { zh: '对象', en: 'Belongs to a' },
    required: true,
    fixed: true,
    open: true,
    choices: attachmentTargets,
    filterable: true,
  }),
  targetId: field.id({ label: { zh: '所属记录', en: 'Belongs to' }, required: true, fixed: true, filterable: true }),
  /** The customer it is about, if any: all files of one customer are asked for by it. */
  customerId: field.id({ label: { zh: '客户', en: 'Customer' }, derived: true, filterable: true }),
  name: field.text({
    label: { zh: '文件名', en: 'File name' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  kind: field.choice({
    label: { zh: '种类', en: 'Kind' },
    derived: true,
    open: true,
    required: true,
    choices: attachmentKinds,
    filterable: true,
  }),
  mime: field.text({ label: { zh: '格式', en: 'Format' }, derived: true, required: true }),
  size: field.int({ label: { zh: '大小', en: 'Size' }, derived: true, required: true, sortable: true }),
  createdById: field.ref({
    label: { zh: '上传人', en: 'Added by' },
    derived: true,
    to: 'users',
    as: 'createdBy',
    filterable: true,
  }),
})
