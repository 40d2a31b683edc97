/** Closed lists of values on activities. */
export const activityKinds = [
  { value: 'call', label: { zh: '电话', en: 'Call' } },
  { value: 'visit', label: { zh: '拜访', en: 'Visit' } },
  { value: 'meeting', label: { zh: '会议', en: 'Meeting' } },
  { value: 'message', label: { zh: '消息', en: 'Message' } },
  { value: 'mail', label: { zh: '邮件', en: 'Mail' } },
  { value: 'demo', label: { zh: '演示', en: 'Demo' } },
  { value: 'task', label: { zh: '任务', en: 'Task' } },
  { value: 'note', label: { zh: '备忘', en: 'Note' } },
  { value: 'appointment', label: { zh: '预约', en: 'Appointment' } },
] as const
export type ActivityKind = (typeof activityKinds)[number]['value']

export const activityStatuses = [
  { value: 'planned', label: { zh: '计划', en: 'Planned' } },
  { value: 'inProgress', label: { zh: '进行中', en: 'In progress' } },
  { value: 'done', label: { zh: '已完成', en: 'Done' } },
  { value: 'missed', label: { zh: '已错过', en: 'Missed' } },
  { value: 'cancelled', label: { zh: '已取消', en: 'Cancelled' } },
  { value: 'deferred', label: { zh: '已推迟', en: 'Deferred' } },
] as const
export type ActivityStatus = (typeof activityStatuses)[number]['value']

export const directions = [
  { value: 'out', label: { zh: '我方发起', en: 'From us' } },
  { value: 'in', label: { zh: '客户发起', en: 'From the customer' } },
] as const
