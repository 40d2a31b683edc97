/** What columns of a product file can be. */
import { productFields } from '../../products/products.fields.ts'
import { derivedOf, targetsOf, type EntityTargets, type Names } from '../target.ts'
import { commonNames, without } from './common.ts'
import { RECORD_ID, recordIdTarget } from './record-id.ts'

const names: Names = {
  code: ['产品编码', '产品编号', '货号', '物料编码', '型号', 'sku', 'code', 'product code', 'item code', 'part number'],
  label: ['产品名称', '品名', '产品', '名称', '商品名称', 'product', 'product name', 'name', 'item'],
  'label.zh': ['中文名称', '中文名', 'chinese name'],
  'label.en': ['英文名称', '英文名', 'english name'],
  kind: ['类型', '产品类型', 'type', 'product type'],
  series: ['系列', '产品系列', '产品线', 'series', 'product line', 'family', 'category'],
  unit: ['单位', '计量单位', 'unit', 'uom'],
  listPrice: ['标准价', '单价', '售价', '目录价', '价格', 'list price', 'sales price', 'price', 'unit price'],
  currency: commonNames.currency ?? [],
  cost: ['成本', '成本价', 'cost', 'unit cost'],
  taxRate: ['税率', 'tax rate', 'vat'],
  active: ['在售', '启用', '是否启用', 'active', 'enabled'],
  description: ['说明', '描述', '产品描述', 'description', 'details'],
  tags: commonNames.tags ?? [],
  externalId: [...(commonNames.externalId ?? []), 'product id'],
}

export const productTargets: EntityTargets = {
  targets: [...without(targetsOf(productFields, names), 'externalSource'), recordIdTarget],
  derived: derivedOf(productFields, names),
  keys: [RECORD_ID, 'externalId', 'code', 'label'],
}
