/**
 * Business cards from a fair, as the sample company brought them in: most of them came in, a nameless one and one of an unknown
 * company did not. `customer` is a key of the story, null a company that nobody knows.
 */
import type { Label } from '@rapport/domain/field/kinds.ts'
import { readTable } from './table.ts'

export const fair: { name: Label; headers: Label; unknown: Label } = {
  name: { zh: '环保展名片.csv', en: 'Cards from the fair.csv' },
  headers: { zh: '姓名,手机,邮箱,客户,职务', en: 'Name,Mobile,E-mail,Customer,Title' },
  unknown: { zh: '远岫环境', en: 'Farpeak Environment' },
}

// name | English name | mobile | mail | customer | title | English title
export const cards = readTable(`
顾念慈 | Nianci Gu | 13900010101 | gu@example.com | lanzhun | 采购专员 | Buyer
时越 | Yue Shi | 13900010102 | shi@example.com | luyu | 设备主管 | Equipment manager
温故 | Gu Wen | 13900010103 | wen@example.com | zhiyun | 安环经理 | Safety manager
 | | 13900010104 | card@example.com | tuoyan | 车间主任 | Shop manager
邵明远 | Mingyuan Shao | 13900010105 | shao@example.com | haisui | 项目工程师 | Project engineer
路遥知 | Yaozhi Lu | 13900010106 | lu@example.com |  | 总经理 | General manager
`)
