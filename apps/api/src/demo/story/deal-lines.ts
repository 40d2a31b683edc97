/** What the larger open deals are made of; whatever the parts leave of the amount is mounting and start-up. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { ProductKey } from './products.ts'
import { readTable } from './table.ts'

export type DealPart = { product: ProductKey; quantity: string; discount: string }

export const mounting: Label = { zh: '安装与调试', en: 'Mounting and start-up' }

// deal | product, how many, share taken off the list price | …
export const dealParts: ReadonlyMap<string, readonly DealPart[]> = new Map(
  readTable(`
涂布车间除尘系统 | dust 6 0.05 | air 1 | care 3
超纯水前处理 | water 2 0.06 | care 1
纯水系统 | water 1 | clean 8 0.1 | care 3
印染废气一期 | voc 2 0.08
镀膜车间新风 | air 5 0.1
印刷 VOCs 治理 | voc 1 0.1
12 家门店净水年包 | filter 1 | clean 2
洁净间滤芯三年包 | filter 3
滤芯年度框架 | filter 2 | care 1
焊烟净化 | fume 5
`).map(([deal = '', ...cells]) => [deal, cells.map(partOf)]),
)

function partOf(cell: string): DealPart {
  const [product, quantity = '1', discount = '0'] = cell.split(' ')
  return { product: product as ProductKey, quantity, discount }
}
