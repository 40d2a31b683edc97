/** The kinds of entries on a timeline: what was done, as activities name it, what was said, and what happened to records. */
import type { EventType } from '../../events.ts'
import { activityKinds, type ActivityKind } from '../activities/activity-choices.ts'

export const eventKinds = [
  { value: 'move', label: { zh: '阶段推进', en: 'Stage moves' } },
  { value: 'deal', label: { zh: '商机开始与结果', en: 'Deals opened and closed' } },
  { value: 'change', label: { zh: '资料变更', en: 'Changes' } },
  { value: 'record', label: { zh: '新建与导入', en: 'Created and imported' } },
] as const
export type EventKind = (typeof eventKinds)[number]['value']

export const commentKind = { value: 'comment', label: { zh: '评论', en: 'Comments' } } as const

export const timelineKinds = [...activityKinds, commentKind, ...eventKinds]
export type TimelineKind = ActivityKind | EventKind | (typeof commentKind)['value']
export const isActivityKind = (kind: string): kind is ActivityKind => activityKinds.some(({ value }) => value === kind)

/** The nouns whose events stand there; activities stand as themselves. */
export const timelineNouns = ['customers', 'contacts', 'opportunities'] as const
export type TimelineNoun = (typeof timelineNouns)[number]

/** What is told of each noun, by the kind it is told as. A type that stands nowhere here is not told. */
export const typesOf: Record<TimelineNoun, Partial<Record<EventKind, readonly EventType[]>>> = {
  customers: {
    change: [
      'customer.updated',
      'customer.transferred',
      'customer.shared',
      'customer.unshared',
      'customer.shareLeft',
      'customer.related',
      'customer.unrelated',
    ],
    record: ['customer.created', 'customer.imported', 'customer.deleted', 'customer.restored'],
  },
  contacts: {
    change: ['contact.updated', 'contact.related', 'contact.unrelated'],
    record: ['contact.created', 'contact.imported', 'contact.deleted', 'contact.restored'],
  },
  opportunities: {
    move: ['opportunity.moved', 'opportunity.moveUndone'],
    deal: [
      'opportunity.created',
      'opportunity.imported',
      'opportunity.won',
      'opportunity.lost',
      'opportunity.reopened',
      'opportunity.deleted',
      'opportunity.restored',
    ],
    change: [
      'opportunity.updated',
      'opportunity.transferred',
      'opportunity.shared',
      'opportunity.unshared',
      'opportunity.shareLeft',
    ],
  },
}

/** A change is told when it touches one of these; who may not read it is not told that it happened. */
export const importantFields: Record<TimelineNoun, readonly string[]> = {
  customers: [
    'name',
    'shortName',
    'lifecycle',
    'sourceId',
    'industryId',
    'sizeBand',
    'employees',
    'annualRevenue',
    'taxNo',
    'registryNo',
    'region',
    'city',
    'addresses',
    'phones',
    'emails',
    'website',
    'wechat',
    'occupationId',
    'parentId',
    'referrerId',
    'strategicUntil',
  ],
  contacts: ['name', 'phones', 'emails', 'wechat', 'reportsToId', 'doNotCall', 'occupationId', 'customers'],
  opportunities: [
    'name',
    'customerId',
    'pipelineId',
    'amount',
    'currency',
    'expectedCloseAt',
    'probability',
    'forecastCategory',
    'productIds',
    'lines',
    'contacts',
    'competitors',
  ],
}

/** What an event would tell by being there: who may not read one of these fields does not learn of it. */
export const restsOn: Partial<Record<EventType, readonly string[]>> = {
  'customer.transferred': ['ownerId'],
  'customer.shared': ['ownerId'],
  'customer.unshared': ['ownerId'],
  'customer.shareLeft': ['ownerId'],
  'opportunity.transferred': ['ownerId'],
  'opportunity.shared': ['ownerId'],
  'opportunity.unshared': ['ownerId'],
  'opportunity.shareLeft': ['ownerId'],
  'opportunity.moved': ['stageId'],
  'opportunity.moveUndone': ['stageId'],
  'opportunity.won': ['phase'],
  'opportunity.lost': ['phase'],
  'opportunity.reopened': ['phase'],
}
