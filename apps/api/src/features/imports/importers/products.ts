/** Products from a file. */
import {
  productDraft,
  productPatch,
  type ProductDraft,
  type ProductPatch,
} from '@rapport/domain/features/products/products.ts'
import { importProducts } from '../../products/products.import.commands.ts'
import { matchProducts } from '../../products/products.import.queries.ts'
import { removeProducts, updateProduct } from '../../products/products.commands.ts'
import { productRecords } from '../../products/products.records.ts'
import { productsTogether } from './together.queries.ts'
import type { Importer } from '../batch/importer.ts'

export const productImporter: Importer = {
  records: productRecords,
  draft: productDraft,
  patch: productPatch,
  match: (tx, { options }, path, values) => matchProducts(tx, path, values, options.externalSource),
  create: (tx, _plan, rows) =>
    importProducts(
      tx,
      rows.map(({ draft }) => draft as ProductDraft),
    ),
  update: (tx, id, patch) => updateProduct(tx, id, patch as ProductPatch),
  together: productsTogether,
  remove: removeProducts,
}
