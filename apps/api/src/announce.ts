/** What a person at the console reads. The log is a file; this is the little that must be seen. */
import type { Config } from './config.ts'

const LOCAL_HTTP = 'Plain http, which is fine on this machine; for others put https in front and set RAPPORT_URL.'
const OPEN_HTTP = 'Plain http: passwords can be read on the network. Put https in front and set RAPPORT_URL.'

const write = (text: string) => void process.stdout.write(`${text}\n`)

export const announce = {
  line: write,
  /** The accounts of the sample company, told when it was just loaded. */
  demo(accounts: { email: string; title: { zh: string; en: string } }[], password: string): void {
    write(`\nA sample company is loaded. Sign in with the password ${password} as`)
    for (const { email, title } of accounts) write(`  ${email.padEnd(20)} ${title.en} ${title.zh}`)
    write('An administrator removes it with one click, under Settings, Organisation.')
  },
  /** The first lines of a server that answers. */
  ready({ url, exposed, home }: Config, database: { version: string; place: string }): void {
    write(`\nRapport is ready: ${url}`)
    write(`PostgreSQL ${database.version} in ${database.place}; logs and files in ${home}`)
    if (url.startsWith('http:')) write(exposed ? OPEN_HTTP : LOCAL_HTTP)
    if (exposed && isDefault(url))
      write('It listens beyond this machine: set RAPPORT_URL to the address that people type.')
  },
  /** The only line of a process of jobs, which answers nobody. */
  working({ home }: Config, database: { version: string; place: string }): void {
    write(`Rapport works on background jobs; PostgreSQL ${database.version} in ${database.place}, files in ${home}`)
  },
}

const isDefault = (url: string) => /\/\/(0\.0\.0\.0|\[::\])/.test(url)

/** Ends a start that cannot go on, with a sentence instead of a stack. */
export function refuse(error: unknown): never {
  const known = error as { code?: string; port?: number; message?: string }
  const sentence = known.code === 'EADDRINUSE' ? `Port ${known.port} is in use; set PORT to another.` : known.message
  process.stderr.write(`\nRapport cannot start.\n${sentence}\n`)
  process.exit(1)
}
