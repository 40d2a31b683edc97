/** How people and customers of the sample company are related. `ago` is days before loading. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { RelatedType } from '@rapport/domain/features/relations/relations.fields.ts'

/** `one` and `other` by their keys in the story; what the other is to the one is the name of the kind. */
export type DemoRelation = {
  of: RelatedType
  by: string
  one: string
  other: string
  kind: string
  note?: Label
  ago: number
}

export const relations: readonly DemoRelation[] = [
  {
    of: 'contact',
    by: 'lin',
    one: 'lanzhun/袁立群',
    other: 'luyu/程素',
    kind: 'introducer',
    note: { zh: '行业展会上介绍认识', en: 'They met at the trade fair' },
    ago: 300,
  },
  { of: 'contact', by: 'he', one: 'ziyuan/孟晚', other: 'lanzhun/周砚', kind: 'formerColleague', ago: 200 },
  { of: 'contact', by: 'he', one: 'ziyuan/蒋牧', other: 'zhiyun/陆怀川', kind: 'classmate', ago: 150 },
  {
    of: 'customer',
    by: 'lin',
    one: 'lanzhun',
    other: 'qiongshi',
    kind: 'supplier',
    note: { zh: '隔膜涂层材料', en: 'Coating for separators' },
    ago: 180,
  },
  { of: 'customer', by: 'lin', one: 'lanzhun', other: 'qiaojian', kind: 'partner', ago: 90 },
  { of: 'customer', by: 'he', one: 'zhiyun', other: 'mulan', kind: 'affiliate', ago: 120 },
]
