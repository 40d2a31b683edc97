/*
 * The only reader of process.env. Every variable of the product stands here; a wrong one stops the start with a
 * sentence that names it, because a server that guessed its settings is found out much later.
 */
import path from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const LOOPBACK = ['localhost', '127.0.0.1', '::1']

export type Config = {
  port: number
  host: string
  /** The folder of database cluster, uploads, logs and backups; absolute. */
  home: string
  /** An external PostgreSQL; absent: the embedded one. */
  databaseUrl?: string
  /** Load the demo company at the first start. */
  demo: boolean
  /** The administrator to create at the first start. */
  admin?: { email: string; password: string }
  /** The public address as an origin, without a slash at the end. */
  url: string
  /** Addresses or ranges whose X-Forwarded-For counts. */
  proxies: string[]
  smtpUrl?: string
  /** How many requests a minute each session and API key may make. */
  rateLimit: number
  /** Whether the server works on the background jobs too; otherwise processes of worker.ts do. */
  worker: boolean
  /** True when it listens beyond this machine, where a known demo password must not work. */
  exposed: boolean
}

/** Thrown by loadConfig; the message is one sentence a line, each naming its variable and never showing a secret. */
export class ConfigError extends Error {}

const quoted = (issue: { input?: unknown }) => JSON.stringify(issue.input)
const sentence = (must: string) => ({
  error: (issue: { input?: unknown }) => `must be ${must}, but is ${quoted(issue)}`,
})
const hidden = (must: string) => ({ error: () => `must be ${must}` })

const isHost = (text: string) => ipaddr.isValid(text) || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text)
const isProxy = (text: string) => (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text))
const isOrigin = (text: string) => {
  const url = URL.parse(text)
  return /^https?:$/.test(url?.protocol ?? '') && `${url?.origin}/` === url?.href
}
const hasProtocol = (text: string, ...protocols: string[]) => protocols.includes(URL.parse(text)?.protocol ?? '')
const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
const isCount = (text: string) => /^\d{2,9}$/.test(text) && Number(text) >= 10 && Number(text) <= 100_000_000
const splitList = (text: string) => text.split(',').map((part) => part.trim())

const variables = z.object({
  PORT: z.string().refine(isPort, sentence('a whole number from 1 to 65535')).optional(),
  HOST: z.string().refine(isHost, sentence('an address or host name')).optional(),
  RAPPORT_HOME: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine((text) => hasProtocol(text, 'postgres:', 'postgresql:'), hidden('a postgresql:// address'))
    .optional(),
  RAPPORT_DEMO: z.enum(['on', 'off'], sentence('"on" or "off"')).optional(),
  RAPPORT_ADMIN_EMAIL: z.email(sentence('an e-mail address')).optional(),
  RAPPORT_ADMIN_PASSWORD: z.string().optional(),
  RAPPORT_URL: z.string().refine(isOrigin, sentence('an http(s):// address without a path')).optional(),
  RAPPORT_PROXIES: z
    .string()
    .refine((text) => splitList(text).every(isProxy), sentence('IP addresses or ranges with commas between'))
    .optional(),
  SMTP_URL: z
    .string()
    .refine((text) => hasProtocol(text, 'smtp:', 'smtps:'), hidden('an smtp:// or smtps:// address'))
    .optional(),
  RAPPORT_WORKER: z.enum(['on', 'off'], sentence('"on" or "off"')).optional(),
  RAPPORT_RATE_LIMIT: z.string().refine(isCount, sentence('a whole number from 10 to 100000000')).optional(),
})

/** Reads the variables; an empty one counts as unset. Throws ConfigError. */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const { data, error } = variables.safeParse(given, { reportInput: true })
  if (error) throw new ConfigError(error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'))
  const { RAPPORT_ADMIN_EMAIL: email, RAPPORT_ADMIN_PASSWORD: password } = data
  if (!email !== !password)
    throw new ConfigError('RAPPORT_ADMIN_EMAIL and RAPPORT_ADMIN_PASSWORD must be set together.')
  const host = data.HOST ?? '127.0.0.1'
  const port = Number(data.PORT ?? 3000)
  return {
    host,
    port,
    home: path.resolve(ROOT, data.RAPPORT_HOME ?? '.rapport'),
    ...(data.DATABASE_URL && { databaseUrl: data.DATABASE_URL }),
    demo: data.RAPPORT_DEMO !== 'off',
    ...(email && password && { admin: { email, password } }),
    url: data.RAPPORT_URL
      ? new URL(data.RAPPORT_URL).origin
      : `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    proxies: data.RAPPORT_PROXIES ? splitList(data.RAPPORT_PROXIES) : [],
    ...(data.SMTP_URL && { smtpUrl: data.SMTP_URL }),
    rateLimit: Number(data.RAPPORT_RATE_LIMIT ?? 120_000),
    worker: data.RAPPORT_WORKER !== 'off',
    exposed: !LOOPBACK.includes(host),
  }
}
