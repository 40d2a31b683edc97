/** The pipeline a new installation starts with: a process most companies recognise, with definitions and criteria to change. */
import type { StageDraft } from './stage-draft.ts'

export const defaultPipelineLabel = { zh: '标准销售', en: 'Standard sales' }

const contact: StageDraft = {
  label: { zh: '初步接触', en: 'First contact' },
  phase: 'open',
  probability: '0.1',
  expectedDays: 7,
  maxDays: 14,
  definition: {
    zh: '已与客户取得联系，知道他想解决什么问题。',
    en: 'We have spoken with the customer and know what he wants to solve.',
  },
  buyerEvidence: {
    zh: '客户愿意继续谈，并约了下一次。',
    en: 'The customer is willing to go on and has agreed to a next talk.',
  },
  guidance: {
    zh: '问清现状、原因和期限，不急着报价。',
    en: 'Ask about the present state, the cause and the date; do not quote yet.',
  },
  criteria: [{ side: 'exit', kind: 'fieldFilled', params: { field: 'customerId' } }],
}

const needs: StageDraft = {
  label: { zh: '需求确认', en: 'Needs confirmed' },
  phase: 'open',
  probability: '0.25',
  expectedDays: 10,
  maxDays: 20,
  definition: {
    zh: '需求、预算和决策过程已经写下来。',
    en: 'Need, budget and the way the decision is made are written down.',
  },
  buyerEvidence: { zh: '客户确认了书面的需求说明。', en: 'The customer has confirmed the written need.' },
  guidance: { zh: '见到使用的人和决定的人。', en: 'Meet who will use it and who will decide.' },
  criteria: [{ side: 'entry', kind: 'fieldFilled', params: { field: 'need' } }],
}

const proposal: StageDraft = {
  label: { zh: '方案报价', en: 'Proposal' },
  phase: 'open',
  probability: '0.5',
  expectedDays: 7,
  maxDays: 10,
  definition: {
    zh: '客户已看到带价格的书面方案，并同意一起评审。',
    en: 'The customer has the written proposal with prices and has agreed to review it.',
  },
  buyerEvidence: {
    zh: '收到对报价的书面回复，或评审会邀请。',
    en: 'A written answer to the quote, or an invitation to the review.',
  },
  guidance: { zh: '报价之前先确认决策人。', en: 'Know the decider before you quote.' },
  criteria: [
    { side: 'entry', kind: 'fieldCompare', params: { filter: { field: 'amount', op: 'gt', value: '0' } } },
    { side: 'entry', kind: 'activityDone', params: { activityKind: null, withinDays: null } },
  ],
}

const negotiation: StageDraft = {
  label: { zh: '商务谈判', en: 'Negotiation' },
  phase: 'commit',
  probability: '0.75',
  expectedDays: 8,
  maxDays: 12,
  definition: { zh: '客户选定了我们，正在谈合同条款。', en: 'The customer has chosen us; terms are being negotiated.' },
  buyerEvidence: {
    zh: '客户发来合同草案或修改意见。',
    en: 'The customer has sent a draft contract or changes to ours.',
  },
  guidance: { zh: '让步要有回报，写下每一项承诺。', en: 'Give nothing without return; write every promise down.' },
  criteria: [
    { side: 'entry', kind: 'contactRole', params: { role: 'decider', atLeast: 1 } },
    { side: 'entry', kind: 'fieldFilled', params: { field: 'expectedCloseAt' } },
  ],
}

const won: StageDraft = {
  label: { zh: '赢单', en: 'Won' },
  phase: 'won',
  definition: { zh: '客户已签约。', en: 'The customer has signed.' },
  buyerEvidence: { zh: '双方签字的合同或订单。', en: 'A contract or an order signed by both.' },
  guidance: { zh: '当天感谢客户，安排交接。', en: 'Thank the customer the same day and arrange the hand-over.' },
  criteria: [{ side: 'entry', kind: 'fieldFilled', params: { field: 'amount' } }],
}

const lost: StageDraft = {
  label: { zh: '输单', en: 'Lost' },
  phase: 'lost',
  definition: { zh: '客户选择了别人，或者不做了。', en: 'The customer chose somebody else, or nothing.' },
  buyerEvidence: { zh: '明确的答复，或长期没有回应。', en: 'A clear answer, or none for long.' },
  guidance: { zh: '问清真正的原因，约定再联系的时间。', en: 'Ask for the true reason, and when to talk again.' },
}

export const defaultStages: readonly StageDraft[] = [contact, needs, proposal, negotiation, won, lost]
