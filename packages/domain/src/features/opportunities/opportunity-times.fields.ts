/** The fields of an opportunity that are about time: where it stands, when it should close, what comes next. */
import { field } from '../../field/kinds.ts'

export const opportunityTimes = {
  stageEnteredAt: field.instant({
    label: { zh: '进入阶段时间', en: 'In this stage since' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  daysInStage: field.int({
    label: { zh: '停留天数', en: 'Days in stage' },
    derived: true,
    restsOn: ['stageEnteredAt', 'closedAt'],
    required: true,
    filterable: true,
  }),
  rotting: field.boolean({
    label: { zh: '停留过久', en: 'Too long in stage' },
    derived: true,
    restsOn: ['stageId', 'stageEnteredAt', 'closedAt'],
    required: true,
    filterable: true,
    groupable: true,
  }),
  expectedCloseAt: field.date({
    label: { zh: '预计成交', en: 'Expected close' },
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  pushCount: field.int({
    label: { zh: '推迟次数', en: 'Times pushed' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  pushedDays: field.int({
    label: { zh: '推迟天数', en: 'Days pushed' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  slipping: field.boolean({
    label: { zh: '逾期或推迟', en: 'Slipping' },
    derived: true,
    restsOn: ['expectedCloseAt', 'pushCount', 'phase'],
    required: true,
    filterable: true,
    groupable: true,
  }),
  startedAt: field.date({
    label: { zh: '开始日期', en: 'Started' },
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  closedAt: field.instant({
    label: { zh: '关闭时间', en: 'Closed' },
    derived: true,
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  contactAgainAt: field.date({
    label: { zh: '再次联系', en: 'Contact again on' },
    derived: true,
    sortable: true,
    filterable: true,
  }),
  nextActionAt: field.instant({
    label: { zh: '下一步', en: 'Next action' },
    derived: true,
    sortable: true,
    filterable: true,
  }),
  nextActionTitle: field.text({ label: { zh: '下一步内容', en: 'What is next' }, derived: true }),
  lastActivityAt: field.instant({
    label: { zh: '最近活动', en: 'Last activity' },
    derived: true,
    sortable: true,
    filterable: true,
  }),
} as const
