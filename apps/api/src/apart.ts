/** The process of heavy jobs, which jobs/apart.ts starts; with where to find what was compiled, if that is kept. */
import { enableCompileCache } from 'node:module'
import process from 'node:process'

const [, , compiled] = process.argv
if (compiled) enableCompileCache(compiled)
// Whoever started it is gone: what is not committed must not be. Its job is taken up from where the last commit ended.
process.on('disconnect', () => process.exit(0))
const { workApart } = await import('./jobs/work-apart.ts')
workApart()
