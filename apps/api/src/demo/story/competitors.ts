/** Whom the sample company meets, in which deals, and what is said of it there. The names are made up. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import { readTable } from './table.ts'

export type DemoCompetitor = { key: string; name: Label; strengths: Label; weaknesses: Label }

// key | name | English name | strengths | English | weaknesses | English
export const competitors: readonly DemoCompetitor[] = readTable(`
lanyu | 岚屿环境工程 | Lanyu Environmental | 价格低，交期短 | Low prices, short delivery | 售后网点少，滤筒寿命一年 | Few service points, cartridges last a year
chengyan | 澄砚水务设备 | Chengyan Water | 超纯水案例多 | Many ultrapure water references | 定制改动要加价 | Charges for every change
shuofeng | 朔风净化科技 | Shuofeng Clean Air | 大项目总包能力强 | Strong as a general contractor | 小项目响应慢 | Slow on small projects
lichuan | 砾川机电 | Lichuan Machinery | 与设备厂有长期关系 | Old ties with machine builders | 没有自己的设计团队 | No design team of its own
`).map(([key = '', zh = '', en = '', good = '', goodEn = '', bad = '', badEn = '']) => ({
  key,
  name: { zh, en },
  strengths: { zh: good, en: goodEn },
  weaknesses: { zh: bad, en: badEn },
}))

export type Meeting = { deal: string; competitor: string; note: Label }

// deal | competitor | note | English note
export const meetings: readonly Meeting[] = readTable(`
涂布车间除尘系统 | shuofeng | 总包报价，含土建 | Bids for the whole, civil works included
涂布车间除尘系统 | lanyu | 报价低约 8% | About 8 % cheaper
超纯水前处理 | chengyan | 已做过技术交流 | Has had its technical meeting
印染废气一期 | lanyu | 业主去看过样板 | The owner has seen a reference of theirs
筒仓除尘 | lichuan | 随筒仓厂家一起报价 | Offers together with the silo maker
纯水系统 | chengyan | 付款条件更宽 | Easier terms of payment
镀膜车间新风 | shuofeng | 只报主机 | Offers the units alone
印刷 VOCs 治理 | lanyu | 工期承诺 20 天 | Promises 20 days
落砂机除尘 | lichuan | 老供应商 | The supplier so far
储罐呼吸阀治理 | lanyu
粮仓新风 | lichuan
焊接工位净化 | lanyu
厂区除尘总包 | shuofeng
净化间改造 | shuofeng
车间水循环 | chengyan
工作室净水 | chengyan
储能车间除尘 | shuofeng | 土建分包给别人，报价降了两次 | Left the civil works to others and cut the price twice
电池车间除尘 | shuofeng
定型机废气治理 | lanyu | 业主看重运行费用 | The owner looked at running costs
喷漆线改造 | lanyu
注塑车间废气 | lanyu
制药纯水 | chengyan | 验证文件不全 | Papers for validation were missing
酿造用水 | chengyan
实验室纯水 | chengyan
重工焊烟 | lichuan
一号车间除尘 | lanyu
木工房除尘 | lanyu
船坞打磨除尘 | shuofeng
电芯车间新风 | shuofeng
镜片清洗用水 | chengyan
总部净水年包 | chengyan
梳棉机除尘 | lichuan
`).map(([deal = '', competitor = '', zh = '', en = '']) => ({ deal, competitor, note: { zh, en } }))
