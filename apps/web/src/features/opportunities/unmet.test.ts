import { expect, it } from 'vitest'
import { Problem } from '../../lib/problem.ts'
import { unmetOf } from './unmet.ts'

const order = { criterionId: 'o', stageId: 's', label: { zh: '订单', en: 'An order' }, missing: null }
const refusal = (code: string) => new Problem({ status: 422, code, title: '', detail: '', params: { unmet: [order] } })

it.each(['stage.criteria_unmet', 'opportunity.win_needs_order'])('%s names what is missing', (code) =>
  expect(unmetOf(refusal(code))).toEqual([order]),
)

it.each([refusal('access.denied'), new Error('offline')])('another refusal names nothing: %s', (error) =>
  expect(unmetOf(error)).toBeNull(),
)
