/** The registry of figures: what each means in words. A number on a screen names its entry, and there is one implementation of each. */
import type { Label } from '../../field/kinds.ts'

export type Metric = {
  label: Label
  /** The formula in words. */
  formula: Label
  unit: 'count' | 'money' | 'share' | 'days'
  /** The field that places a record in time. */
  timeField: string | null
}

const metric = (unit: Metric['unit'], timeField: string | null, label: Label, formula: Label): Metric => ({
  unit,
  timeField,
  label,
  formula,
})

export const metrics = {
  wonCount: metric(
    'count',
    'closedAt',
    { zh: '赢单数', en: 'Deals won' },
    {
      zh: '关闭日期在所选期间、阶段类别为赢单的商机个数。',
      en: 'Number of opportunities in a won stage whose close falls in the period.',
    },
  ),
  lostCount: metric(
    'count',
    'closedAt',
    { zh: '输单数', en: 'Deals lost' },
    {
      zh: '关闭日期在所选期间、阶段类别为输单的商机个数。',
      en: 'Number of opportunities in a lost stage whose close falls in the period.',
    },
  ),
  wonValue: metric(
    'money',
    'closedAt',
    { zh: '赢单金额', en: 'Won value' },
    {
      zh: '所选期间赢单商机的本位币金额之和；按产品时为该产品各行净额之和。',
      en: 'Sum of the base-currency amounts of deals won in the period; by product, the sum of the net of its lines.',
    },
  ),
  lostValue: metric(
    'money',
    'closedAt',
    { zh: '输单金额', en: 'Lost value' },
    {
      zh: '所选期间输单商机的本位币金额之和，按输单原因和输单时所处的阶段分组；没有填写的单列一行。',
      en: 'Sum of the base-currency amounts of deals lost in the period, by the reason given and by the stage they were lost in; those without stand in a row of their own.',
    },
  ),
  competitorWinRate: metric(
    'share',
    'closedAt',
    { zh: '对竞争对手的赢率', en: 'Win rate against a competitor' },
    {
      zh: '所选期间关闭、记有该竞争对手的商机中，赢单数 ÷（赢单数 + 输单数），附 Wilson 95% 区间。记有多个对手的商机对每个对手各计一次。',
      en: 'Of the deals closed in the period in which the competitor was met, won ÷ (won + lost), with the Wilson 95 % interval. A deal with several competitors counts once for each.',
    },
  ),
  comparedPeriod: metric(
    'count',
    'closedAt',
    { zh: '上一期间', en: 'Period before' },
    {
      zh: '紧接在所选期间之前、同样长的期间；整月与整月比。所选期间尚未结束时，只比到同一天：11 月 22 日看本月，与 10 月 1 日至 22 日比。',
      en: 'The equally long period directly before; whole months are compared with whole months. While the period still runs, only as much of the one before counts: on 22 November this month is compared with 1 to 22 October.',
    },
  ),
  winRate: metric(
    'share',
    'closedAt',
    { zh: '赢率', en: 'Win rate' },
    {
      zh: '赢单数 ÷（赢单数 + 输单数），附 Wilson 95% 区间；进行中的商机不计入。',
      en: 'Won ÷ (won + lost), with the Wilson 95 % interval; open deals do not count.',
    },
  ),
  cycleDays: metric(
    'days',
    'closedAt',
    { zh: '成交周期', en: 'Sales cycle' },
    {
      zh: '从开始日期到关闭日期的天数；没有开始日期的商机不计入。',
      en: 'Days from the start date to the close; deals without a start date do not count.',
    },
  ),
  openValue: metric(
    'money',
    'expectedCloseAt',
    { zh: '进行中金额', en: 'Open pipeline' },
    {
      zh: '进行中（含承诺）商机的本位币金额之和。',
      en: 'Sum of the base-currency amounts of open and committed deals.',
    },
  ),
  openCount: metric(
    'count',
    'expectedCloseAt',
    { zh: '进行中商机数', en: 'Open deals' },
    {
      zh: '进行中（含承诺）商机的个数。',
      en: 'Number of open and committed deals.',
    },
  ),
  largeDeals: metric(
    'count',
    null,
    { zh: '大额商机', en: 'Large deals' },
    {
      zh: '进行中、本位币金额不低于组织设置里的大额起点的商机。外币按该商机选定币种那天的汇率折算。',
      en: 'Open deals whose amount in base currency is at least the limit in the settings of the organisation. Other currencies count at the rate of the day the currency was chosen.',
    },
  ),
  stuckDeals: metric(
    'count',
    'stageEnteredAt',
    { zh: '停滞商机', en: 'Stuck deals' },
    {
      zh: '进行中、在当前阶段停留的整天数超过该阶段最长天数的商机；没有设最长天数的阶段不计。',
      en: 'Open deals that have been in their stage for more whole days than it allows; a stage without a maximum holds none.',
    },
  ),
  slippingDeals: metric(
    'count',
    'expectedCloseAt',
    { zh: '逾期或推迟的商机', en: 'Slipping deals' },
    {
      zh: '进行中、预计成交日已过，或曾被改到更晚日期的商机。“今天”按您的时区。',
      en: 'Open deals whose expected close is past, or was moved to a later day at least once. Today is today in your time zone.',
    },
  ),
  weightedValue: metric(
    'money',
    'expectedCloseAt',
    { zh: '加权预测', en: 'Weighted forecast' },
    {
      zh: '每个进行中商机的本位币金额 × 概率，逐个四舍五入到分后相加。概率随阶段而定，手工改过的按手工值。',
      en: 'Base amount × probability of each open deal, rounded to the cent, then added. The probability is the stage’s, or the one set by hand.',
    },
  ),
  expectedResult: metric(
    'money',
    'expectedCloseAt',
    { zh: '预计结果', en: 'Expected result' },
    {
      zh: '本月、本季度、今年各自：至今赢单的本位币金额 + 预计成交日在该期间内的进行中商机的加权金额（金额 × 概率）。预计成交日早于该期间或没有填写的商机不计入。与紧接之前的整个自然月、季度、年度的赢单金额相比；那是最终结果，不是当时的预测。',
      en: 'For this month, quarter and year each: base value won so far + weighted value (amount × probability) of open deals expected to close within it. Deals expected before it or without a date do not count. Compared with the value won in the whole calendar month, quarter or year before: its final result, not what was forecast then.',
    },
  ),
  stageConversion: metric(
    'share',
    'enteredAt',
    { zh: '阶段转化率', en: 'Stage conversion' },
    {
      zh: '所选期间进入该阶段且已离开的商机中，向前推进（含赢单）的比例，附 Wilson 95% 区间；仍在阶段内的单列。',
      en: 'Of deals that entered the stage in the period and have left it, the share that went forward (won included), with the Wilson 95 % interval; those still inside are shown apart.',
    },
  ),
  weakStep: metric(
    'share',
    'enteredAt',
    { zh: '薄弱环节', en: 'Weak step' },
    {
      zh: '转化率比上一期间显著下降的阶段：两期各至少有 20 个商机离开该阶段，双比例 z 检验，多个阶段一起按 Benjamini–Hochberg 控制错误发现率 10%。受影响金额 = 期间进入该阶段的本位币金额 ×（上一期间转化率 − 本期转化率）× 从下一阶段起的赢率；按它排序。',
      en: 'A stage whose conversion fell significantly against the period before: at least 20 deals left it in each of the two, two-proportion z-test, false discoveries over all stages held to 10 % (Benjamini–Hochberg). At stake = base value entering × (conversion before − now) × win rate from the next stage; the largest comes first.',
    },
  ),
  stageDwell: metric(
    'days',
    'enteredAt',
    { zh: '停留中位数', en: 'Median days in stage' },
    {
      zh: '按 Kaplan–Meier 估计的停留天数中位数，仍在阶段内的按删失处理。',
      en: 'Median days in the stage by Kaplan–Meier; deals still inside count as censored.',
    },
  ),
} as const satisfies Record<string, Metric>

export type MetricId = keyof typeof metrics
