/** The baseline as a process of its own, like the server it is compared with. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type Baseline = { url: string; stop(): Promise<void> }

/** Starts it on the database at this address. */
export async function startBaseline(databaseUrl: string): Promise<Baseline> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'baseline.ts'), databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  const ended = once(child, 'exit')
  const [url] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string]
  return {
    url,
    async stop() {
      process.off('exit', end)
      child.kill()
      await ended
    },
  }
}
