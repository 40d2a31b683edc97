/** What criteria choose from, with its words; plain data, because screens read it too. */
import type { Label } from '../../field/kinds.ts'

export const activityKinds = [
  'task',
  'call',
  'meeting',
  'visit',
  'message',
  'mail',
  'demo',
  'note',
  'appointment',
] as const
export type ActivityKind = (typeof activityKinds)[number]

export const activityKindLabels: Record<ActivityKind, Label> = {
  task: { zh: '任务', en: 'task' },
  call: { zh: '电话', en: 'call' },
  meeting: { zh: '会议', en: 'meeting' },
  visit: { zh: '拜访', en: 'visit' },
  message: { zh: '消息', en: 'message' },
  mail: { zh: '邮件', en: 'mail' },
  demo: { zh: '演示', en: 'demo' },
  note: { zh: '备注', en: 'note' },
  appointment: { zh: '预约', en: 'appointment' },
}

export const buyingRoles = ['decider', 'evaluator', 'influencer', 'user', 'gatekeeper'] as const
export type BuyingRole = (typeof buyingRoles)[number]

export const buyingRoleLabels: Record<BuyingRole, Label> = {
  decider: { zh: '决策人', en: 'Decider' },
  evaluator: { zh: '评估人', en: 'Evaluator' },
  influencer: { zh: '影响者', en: 'Influencer' },
  user: { zh: '使用人', en: 'User' },
  gatekeeper: { zh: '把关人', en: 'Gatekeeper' },
}

/** A role or kind in the middle of an English sentence. */
export const inSentence = (label: Label): Label => ({ zh: label.zh, en: label.en.toLowerCase() })
