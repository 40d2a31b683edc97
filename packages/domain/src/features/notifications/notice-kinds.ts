/** What people are told of, in which group it stands, and the sentence; words in braces are filled in when it is read. */
import type { Choice, Label } from '../../field/kinds.ts'

export const noticeGroups = [
  { value: 'todo', label: { zh: '待我处理', en: 'To do' } },
  { value: 'mention', label: { zh: '提到我', en: 'Mentions' } },
  { value: 'system', label: { zh: '系统', en: 'System' } },
] as const
export type NoticeGroup = (typeof noticeGroups)[number]['value']

type Kind = { group: NoticeGroup; label: Label; sentence: Label }

export const noticeKinds = {
  mention: {
    group: 'mention',
    label: { zh: '提到我', en: 'Mention' },
    sentence: { zh: '{actor} 在 {title} 的评论中提到了您', en: '{actor} mentioned you on {title}' },
  },
  answer: {
    group: 'mention',
    label: { zh: '回复', en: 'Reply' },
    sentence: { zh: '{actor} 回复了您在 {title} 参与的评论', en: '{actor} replied to a comment of yours on {title}' },
  },
  comment: {
    group: 'mention',
    label: { zh: '评论', en: 'Comment' },
    sentence: { zh: '{actor} 评论了您负责的 {title}', en: '{actor} commented on {title}, which is yours' },
  },
  assigned: {
    group: 'todo',
    label: { zh: '转给我', en: 'Handed to me' },
    sentence: { zh: '{actor} 将 {title} 转给了您', en: '{actor} handed {title} over to you' },
  },
  assignedMany: {
    group: 'todo',
    label: { zh: '批量转给我', en: 'Many handed to me' },
    sentence: { zh: '{actor} 将 {count} 条记录转给了您', en: '{actor} handed {count} records over to you' },
  },
  due: {
    group: 'todo',
    label: { zh: '到时间的安排', en: 'Due' },
    sentence: { zh: '{title} 到时间了', en: '{title} is due' },
  },
  missed: {
    group: 'todo',
    label: { zh: '错过的安排', en: 'Missed' },
    sentence: { zh: '{title} 已过期，仍未完成', en: '{title} went by and was not done' },
  },
  shared: {
    group: 'system',
    label: { zh: '共享给我', en: 'Shared with me' },
    sentence: { zh: '{actor} 将 {title} 共享给了您', en: '{actor} shared {title} with you' },
  },
  handedOver: {
    group: 'system',
    label: { zh: '转给他人', en: 'Handed over' },
    sentence: {
      zh: '{actor} 将您负责的 {title} 转给了他人',
      en: '{actor} handed {title}, which was yours, to somebody else',
    },
  },
  jobDone: {
    group: 'system',
    label: { zh: '任务完成', en: 'Job finished' },
    sentence: { zh: '{title} 已完成', en: '{title} has finished' },
  },
  jobFailed: {
    group: 'system',
    label: { zh: '任务失败', en: 'Job failed' },
    sentence: { zh: '{title} 失败了', en: '{title} has failed' },
  },
  /** What came in while its reader was not to be disturbed; `{came}` is how much of each group. */
  digest: {
    group: 'system',
    label: { zh: '安静时段汇总', en: 'Digest' },
    sentence: { zh: '安静时段内收到：{came}', en: 'Came in while it was quiet: {came}' },
  },
} as const satisfies Record<string, Kind>
export type NoticeKind = keyof typeof noticeKinds

export const kindChoices: readonly (Choice & { value: NoticeKind })[] = (Object.keys(noticeKinds) as NoticeKind[]).map(
  (value) => ({ value, label: noticeKinds[value].label }),
)

/** What people decide upon: how they are told of it. */
export type SettableKind = Exclude<NoticeKind, 'digest'>
export const settableKinds = (Object.keys(noticeKinds) as NoticeKind[]).filter(
  (kind): kind is SettableKind => kind !== 'digest',
)

/** What a notice may be about. */
export const noticeTargets = [
  { value: 'customer', label: { zh: '客户', en: 'Customer' } },
  { value: 'contact', label: { zh: '联系人', en: 'Contact' } },
  { value: 'opportunity', label: { zh: '商机', en: 'Opportunity' } },
  { value: 'activity', label: { zh: '活动', en: 'Activity' } },
  { value: 'import', label: { zh: '导入', en: 'Import' } },
  { value: 'job', label: { zh: '任务', en: 'Job' } },
] as const
export type NoticeTarget = (typeof noticeTargets)[number]['value']
