/** What people say to each other about a record. Whom it mentions follows from the text. */
import { field, fieldsOf } from '../../field/kinds.ts'

/** What can be commented on. */
export const commentTargets = [
  { value: 'customer', label: { zh: '客户', en: 'Customer' } },
  { value: 'contact', label: { zh: '联系人', en: 'Contact' } },
  { value: 'opportunity', label: { zh: '商机', en: 'Opportunity' } },
] as const
export type CommentTarget = (typeof commentTargets)[number]['value']

/** In code points; a mention counts as the forty of its reference. */
export const COMMENT_MAX = 5_000

export const commentFields = fieldsOf({
  targetType: field.choice({
    label: { zh: '对象', en: 'About a' },
    required: true,
    fixed: true,
    open: true,
    choices: commentTargets,
    filterable: true,
  }),
  targetId: field.id({ label: { zh: '所属记录', en: 'About' }, required: true, fixed: true, filterable: true }),
  /** The comment it answers; an answer has no answers of its own. */
  parentId: field.id({ label: { zh: '回复', en: 'Answer to' }, fixed: true, filterable: true }),
  body: field.longText({
    label: { zh: '评论', en: 'Comment' },
    required: true,
    max: COMMENT_MAX,
    filterable: true,
  }),
  /** The comment a thread begins with, itself or the one it answers: sorted by it threads stay together. */
  threadId: field.id({ label: { zh: '话题', en: 'Thread' }, derived: true, required: true, sortable: true }),
  createdById: field.ref({
    label: { zh: '评论人', en: 'Written by' },
    derived: true,
    to: 'users',
    as: 'createdBy',
    filterable: true,
  }),
  editedAt: field.instant({ label: { zh: '修改时间', en: 'Edited' }, derived: true }),
})
