/** A criterion as a sentence for people, in their language. */
import { describeFilter, type Language } from '../../filter/describe.ts'
import type { FieldLookup } from '../../filter/resolve.ts'
import type { CriterionDraft } from './criteria.ts'
import { activityKindLabels, buyingRoleLabels, inSentence } from './criterion-choices.ts'

type Given = Pick<CriterionDraft, 'kind' | 'params'> & Partial<CriterionDraft>

/** What the criterion demands: `预算金额 已填写`, `A meeting within the last 30 days`. */
export const describeCriterion = (given: Given, lookup: FieldLookup, language: Language): string => {
  const zh = language === 'zh'
  const criterion = given as CriterionDraft
  switch (criterion.kind) {
    case 'fieldFilled': {
      const name = lookup(criterion.params.field)?.label[language] ?? criterion.params.field
      return zh ? `${name} 已填写` : `${name} is filled in`
    }
    case 'fieldCompare':
      return describeFilter(criterion.params.filter, lookup, language)
    case 'activityDone':
      return describeActivity(criterion.params, zh)
    case 'contactRole': {
      const { role, atLeast = 1 } = criterion.params
      const name = inSentence(buyingRoleLabels[role])[language]
      return zh
        ? `联系人中至少 ${atLeast} 位${name}`
        : `At least ${atLeast} ${name}${atLeast > 1 ? 's' : ''} among the contacts`
    }
    case 'document':
      return zh ? '已附文件' : 'A document is attached'
    case 'quoteState':
      return zh ? `报价单状态为 ${criterion.params.state}` : `A quote is ${criterion.params.state}`
    case 'receiptShare':
      return zh
        ? `已回款比例不低于 ${criterion.params.share}`
        : `Received at least a share of ${criterion.params.share}`
    case 'approval':
      return zh ? '已通过审批' : 'Approved'
  }
}

const describeActivity = (params: Extract<CriterionDraft, { kind: 'activityDone' }>['params'], zh: boolean): string => {
  const { activityKind, withinDays } = params
  const name = activityKind ? activityKindLabels[activityKind][zh ? 'zh' : 'en'] : zh ? '任一活动' : 'activity'
  if (!withinDays) return zh ? `已完成${name}` : `A completed ${name}`
  return zh ? `${withinDays} 天内已完成${name}` : `A ${name} completed within the last ${withinDays} days`
}
