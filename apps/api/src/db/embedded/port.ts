/** The port of the embedded server: the one it had last time, else any free one of the loopback address. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** Chooses a port that is free now and remembers it in `file`. */
export async function choosePort(file: string): Promise<number> {
  const last = readPort(file)
  const port = last && (await isFree(last)) ? last : await findFreePort()
  writeFileSync(file, `${port}\n`)
  return port
}

/** The port that the running server wrote into its own pid file (4th line), which is only ever read here. */
export function readServerPort(pidFile: string): number | undefined {
  return toPort(readIfThere(pidFile).split('\n')[3])
}

const readPort = (file: string) => toPort(readIfThere(file))
const toPort = (text = '') => (/^\d+$/.test(text.trim()) ? Number(text) : undefined)

/** The text of a small file, or '' where there is none. */
export function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Any free port of the loopback address, chosen by the system. */
export const findFreePort = () => listenOnce(0)
const isFree = (port: number) =>
  listenOnce(port).then(
    () => true,
    () => false,
  )

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const chosen = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve(chosen))
    })
  })
}
