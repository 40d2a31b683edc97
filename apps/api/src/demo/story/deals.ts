/**
 * Open deals of the sample company, those of the board in the documentation: 20 deals of ¥7,902,000, weighted ¥3,311,000.
 * `entered` and `age` are days before loading, `closes` days after; `next` is the planned next step, null where nothing is
 * planned.
 */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { ProductKey } from './products.ts'
import { readTable } from './table.ts'

export type Stage = 'contact' | 'needs' | 'proposal' | 'negotiation'
export type StepKind = 'call' | 'visit' | 'meeting' | 'task'
export type OpenDeal = {
  name: Label
  customer: string
  stage: Stage
  amount: string
  product: ProductKey
  /** Days in the present stage, and since the deal began. */
  entered: number
  age: number
  closes: number
  /** By how many days its close was put off last week; 0 for never. */
  putOff: number
  /** `day` counts from the day of loading; negative is overdue. */
  next: { day: number; kind: StepKind; subject: Label } | null
}

// name | English name | customer | stage | amount | product | days in stage | age | closes in | next step in | kind | words | English words
const rows = readTable(`
喷涂车间除尘改造 | Paint shop dust retrofit | ziyuan | contact | 380000 | dust | 3 | 3 | 56 | 3 | visit | 现场勘测 | Site survey
二期厂房新风系统 | Phase 2 fresh air system | qiaojian | contact | 560000 | air | 6 | 6 | 98 | 0 | call | 确认风量需求 | Confirm air volume
落砂机除尘 | Shakeout dust collection | lishi | contact | 420000 | dust | 16 | 16 | 82
胶水车间废气处理 | Glue shop exhaust treatment | jingluo | contact | 240000 | voc | 9 | 9 | 70 | 6 | task | 发资料 | Send material
分装车间净水机组 | Packing room water units | banmu | contact | 68000 | clean | 11 | 11 | 40 | -2 | call | 回电 | Call back
诊所净水 | Clinic water purifier | zhouyuan | contact | 12000 | clean | 1 | 1 | 21 | 1 | task | 发报价 | Send price
超纯水前处理 | Ultrapure pretreatment | qiongshi | needs | 960000 | water | 8 | 22 | 63 | 4 | meeting | 技术交流 | Technical exchange
中央厨房净水 | Central kitchen water | mulan | needs | 320000 | clean | 12 | 25 | 35 | 7 | visit | 拜访 | Visit
打磨粉尘收集 | Grinding dust capture | mutang | needs | 184000 | dust | 23 | 40 | 41
12 家门店净水年包 | Water for 12 shops, annual | qinghe | needs | 158000 | filter | 5 | 19 | 28 | 3 | call | 电话 | Call
水处理维保 | Water plant maintenance | yisu | needs | 90000 | care | 14 | 30 | 49 | 10 | call | 电话 | Call
涂布车间除尘系统 | Coating line dust system | lanzhun | proposal | 1280000 | dust | 12 | 48 | 28 | 3 | meeting | 方案评审 | Proposal review
印染废气一期 | Dyeing exhaust phase 1 | zhiyun | proposal | 640000 | voc | 7 | 35 | 34 | 5 | task | 送样 | Send sample
筒仓除尘 | Silo dust collection | haisui | proposal | 355000 | dust | 9 | 38 | 40 | -1 | call | 报价确认 | Confirm the price
洁净间滤芯三年包 | Clean room filters, 3 years | anxu | proposal | 270000 | filter | 4 | 26 | 25 | 0 | call | 电话 | Call
焊烟净化 | Weld fume extraction | tuoyan | proposal | 125000 | fume | 13 | 33 | 21
纯水系统 | Pure water system | luyu | negotiation | 860000 | water | 6 | 62 | 10 | 4 | meeting | 合同条款 | Contract terms
镀膜车间新风 | Coating shop fresh air | zhibai | negotiation | 460000 | air | 5 | 51 | 18 | 3 | meeting | 商务会议 | Commercial meeting
印刷 VOCs 治理 | Printing VOC treatment | baisui | negotiation | 300000 | voc | 15 | 58 | 14 | -3 | call | 催合同 | Chase the contract
滤芯年度框架 | Annual filter frame contract | ziyuan | negotiation | 220000 | filter | 2 | 44 | 7 | 1 | meeting | 签约 | Signing
`)

/** Deals whose close has been put off, and by how many days. */
const putOff = new Map([
  ['印刷 VOCs 治理', 21],
  ['焊烟净化', 14],
])

export const openDeals: readonly OpenDeal[] = rows.map(
  ([
    zh = '',
    en = '',
    customer = '',
    stage,
    amount = '0',
    product,
    entered,
    age,
    closes,
    day,
    kind,
    wordsZh = '',
    wordsEn = '',
  ]) => ({
    name: { zh, en },
    customer,
    stage: stage as Stage,
    amount,
    product: product as ProductKey,
    entered: Number(entered),
    age: Number(age),
    closes: Number(closes),
    putOff: putOff.get(zh) ?? 0,
    next: kind ? { day: Number(day), kind: kind as StepKind, subject: { zh: wordsZh, en: wordsEn } } : null,
  }),
)
