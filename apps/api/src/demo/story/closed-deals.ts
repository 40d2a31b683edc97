/**
 * Closed deals of the past year. This month's five won deals sum to ¥1,426,000 and its two lost ones to ¥190,000, as on the
 * board; a month is counted back from the present one (0 = this month), `day` is the share of it that had passed.
 */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Stage } from './deals.ts'
import type { ProductKey } from './products.ts'
import { readTable } from './table.ts'

export type ClosedDeal = {
  name: Label
  customer: string
  amount: string
  product: ProductKey
  month: number
  day: number
  /** Days from the first contact to the close. */
  cycle: number
  lost: null | { reason: string; at: Stage; note: Label }
}

// name | English name | customer | amount | product | months ago | share of the month | cycle, and for lost ones: reason | lost in | note | English note
const deals = `
车间除尘扩容 | Dust capacity extension | fengqi | 486000 | dust | 0 | 0.2 | 61
实验室纯水 | Laboratory water | luyu | 352000 | water | 0 | 0.35 | 44
注塑车间废气 | Moulding exhaust | mingche | 298000 | voc | 0 | 0.5 | 52
门店净水一期 | Shop water phase 1 | pingjiang | 136000 | clean | 0 | 0.65 | 30
年度维保续签 | Maintenance renewal | beidou | 154000 | care | 0 | 0.9 | 21
定型机废气治理 | Stenter exhaust | tianji | 1020000 | voc | 1 | 0.3 | 74
储能车间除尘 | Storage plant dust | xingchen | 1030000 | dust | 1 | 0.7 | 66
喷漆线改造 | Spray line retrofit | lvzhou | 980000 | voc | 2 | 0.4 | 58
缫丝车间新风 | Reeling shop fresh air | caisang | 900000 | air | 2 | 0.8 | 49
甲板喷砂除尘 | Deck blasting dust | beidou | 830000 | dust | 3 | 0.3 | 55
纺纱除尘 | Spinning dust | haiyan | 660000 | dust | 3 | 0.7 | 62
酿造用水 | Brewing water | gujin | 410000 | water | 4 | 0.4 | 47
仪器洁净间 | Instrument clean room | hengmo | 520000 | air | 4 | 0.6 | 39
涂料车间治理 | Coating shop treatment | lvzhou | 400000 | voc | 4 | 0.9 | 57
重工焊烟 | Heavy weld fume | fengqi | 1180000 | fume | 5 | 0.5 | 70
制药纯水 | Pharma water | yunlu | 960000 | water | 5 | 0.8 | 81
模具打磨除尘 | Tool grinding dust | yunshan | 710000 | dust | 6 | 0.5 | 42
酒店净水 | Hotel water | pingjiang | 1000000 | clean | 6 | 0.8 | 36
自动线新风 | Automation fresh air | mojia | 880000 | air | 7 | 0.3 | 50
印染除味 | Dyeing odour control | tianji | 700000 | voc | 7 | 0.7 | 63
食品车间净水 | Food plant water | mulan | 620000 | clean | 8 | 0.4 | 41
家居喷漆治理 | Furniture spray treatment | mutang | 800000 | voc | 8 | 0.7 | 59
春节维保包 | Holiday maintenance | caisang | 640000 | care | 9 | 0.6 | 33
连锁美业净水 | Beauty chain water | yinian | 980000 | clean | 10 | 0.5 | 45
电池车间除尘 | Battery plant dust | lanzhun | 1760000 | dust | 11 | 0.5 | 77
车间降温 | Shop cooling | jingluo | 118000 | air | 0 | 0.4 | 34 | fit | needs | 需要空调而非新风 | They needed cooling, not fresh air
样板间净水 | Show flat water | rongzhai | 72000 | clean | 0 | 0.8 | 26 | budget | proposal | 项目预算被取消 | The budget was withdrawn
储罐呼吸阀治理 | Tank vent treatment | yanchi | 560000 | voc | 1 | 0.5 | 64 | price | proposal | 对手低 12% | The other offer was 12 % lower
无人机喷涂除尘 | Drone paint dust | zhuyi | 210000 | dust | 2 | 0.5 | 38 | timing | needs | 推迟到明年 | Postponed to next year
展厅新风 | Showroom fresh air | songyan | 86000 | air | 3 | 0.5 | 29 | noDecision | proposal | 负责人离职，没有结论 | The contact left, no decision
工作室净水 | Studio water | jiyue | 9000 | clean | 3 | 0.9 | 14 | price | contact | 买了家用机 | Bought a household unit
打样间除尘 | Sampling room dust | yezhiqiu | 24000 | fume | 4 | 0.3 | 20 | timing | contact | 暂不装修 | Not renovating for now
粮仓新风 | Granary fresh air | haisui | 330000 | air | 5 | 0.4 | 53 | competitor | negotiation | 选择了本地厂家 | Chose a local maker
焊接工位净化 | Weld station extraction | qiaojian | 275000 | fume | 6 | 0.4 | 47 | competitor | proposal | 对手交期更短 | The other delivers sooner
车间水循环 | Water recycling | zhibai | 490000 | water | 7 | 0.5 | 72 | price | proposal | 超出预算三成 | 30 % over budget
包装车间治理 | Packaging exhaust | baisui | 260000 | voc | 8 | 0.5 | 40 | relation | needs | 未接触到决策人 | Never met the decider
净化间改造 | Clean room retrofit | anxu | 380000 | air | 9 | 0.5 | 61 | noDecision | proposal | 内部没有立项 | Never became a project
厂区除尘总包 | Plant-wide dust contract | yanchi | 1150000 | dust | 10 | 0.5 | 95 | price | negotiation | 总价差 18 万 | 180,000 apart
茶厂净水 | Tea plant water | banmu | 54000 | clean | 11 | 0.6 | 22 | budget | needs | 当年没有预算 | No budget that year
`

/** The deals that a table of this form tells of. */
export const closedDealsOf = (table: string): ClosedDeal[] =>
  readTable(table).map(
    ([
      zh = '',
      en = '',
      customer = '',
      amount = '0',
      product,
      month,
      day,
      cycle,
      reason,
      at,
      noteZh = '',
      noteEn = '',
    ]) => ({
      name: { zh, en },
      customer,
      amount,
      product: product as ProductKey,
      month: Number(month),
      day: Number(day),
      cycle: Number(cycle),
      lost: reason ? { reason, at: at as Stage, note: { zh: noteZh, en: noteEn } } : null,
    }),
  )

export const closedDeals: readonly ClosedDeal[] = closedDealsOf(deals)
