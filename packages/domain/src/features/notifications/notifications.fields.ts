/** What somebody is told of: his own alone, and only while he sees the record it is about. */
import { field, fieldsOf } from '../../field/kinds.ts'
import { kindChoices, noticeGroups, noticeTargets } from './notice-kinds.ts'

export const notificationFields = fieldsOf({
  kind: field.choice({
    label: { zh: '类型', en: 'Kind' },
    derived: true,
    required: true,
    choices: kindChoices,
    filterable: true,
  }),
  group: field.choice({
    label: { zh: '分组', en: 'Group' },
    derived: true,
    required: true,
    choices: noticeGroups,
    filterable: true,
  }),
  targetType: field.choice({
    label: { zh: '对象', en: 'About a' },
    derived: true,
    choices: noticeTargets,
    filterable: true,
  }),
  targetId: field.id({ label: { zh: '所属记录', en: 'About' }, derived: true, filterable: true }),
  actorId: field.ref({ label: { zh: '操作人', en: 'By' }, derived: true, to: 'users', as: 'actor', filterable: true }),
  /** How many records, where there are several. */
  count: field.int({ label: { zh: '数量', en: 'Count' }, derived: true }),
  /** Whether it is shown at once and counted by the bell. */
  live: field.boolean({ label: { zh: '即时提醒', en: 'At once' }, derived: true, required: true, filterable: true }),
  /** The end of the quiet hours in which it came in: it is neither shown nor counted before. */
  heldUntil: field.instant({ label: { zh: '安静时段至', en: 'Held until' }, derived: true, filterable: true }),
  readAt: field.instant({ label: { zh: '已读时间', en: 'Read' }, derived: true, filterable: true }),
})
