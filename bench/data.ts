/*
 * `npm run bench:data`: makes the generated companies. `npm run bench:data -- 10k 1m --seed 7 --fresh` for certain sizes,
 * another seed, or anew although they are there; `-- 1m --customers 1m` for more customers than a quarter of the deals.
 */
import { parseArgs } from 'node:util'
import { ensureCompany } from './data/company.ts'
import { readSize } from './data/sizes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    customers: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
})
const sizes = positionals.length > 0 ? positionals : ['10k', '100k', '1m']

for (const size of sizes.map(readSize)) {
  const customers = values.customers === undefined ? {} : { customers: readSize(values.customers) }
  const home = await ensureCompany({ size, ...customers, seed: Number(values.seed) }, console.log, values.fresh)
  console.log(`ready: ${home}`)
}
