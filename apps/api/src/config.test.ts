import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

describe('loadConfig', () => {
  it('has the documented defaults', () => {
    expect(loadConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      home: path.join(ROOT, '.rapport'),
      demo: true,
      url: 'http://127.0.0.1:3000',
      proxies: [],
      rateLimit: 120_000,
      worker: true,
      exposed: false,
    })
  })

  it('takes an empty variable as unset', () => {
    const names = ['PORT', 'HOST', 'RAPPORT_HOME', 'DATABASE_URL', 'RAPPORT_DEMO', 'RAPPORT_ADMIN_EMAIL']
    const env = Object.fromEntries(
      [...names, 'RAPPORT_URL', 'RAPPORT_PROXIES', 'SMTP_URL', 'RAPPORT_RATE_LIMIT', 'RAPPORT_WORKER'].map((name) => [
        name,
        ' ',
      ]),
    )
    expect(loadConfig(env)).toEqual(loadConfig({}))
  })

  it('reads every variable', () => {
    const config = loadConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      RAPPORT_HOME: '/srv/rapport',
      DATABASE_URL: 'postgresql://me:secret@db:5432/crm',
      RAPPORT_DEMO: 'off',
      RAPPORT_ADMIN_EMAIL: 'admin@example.com',
      RAPPORT_ADMIN_PASSWORD: 'correct horse',
      RAPPORT_URL: 'https://crm.example.com/',
      RAPPORT_PROXIES: '10.0.0.1, 192.168.0.0/16',
      SMTP_URL: 'smtps://user:secret@mail.example.com',
      RAPPORT_RATE_LIMIT: '600',
      RAPPORT_WORKER: 'off',
    })
    expect(config).toEqual({
      port: 8080,
      host: '0.0.0.0',
      home: '/srv/rapport',
      databaseUrl: 'postgresql://me:secret@db:5432/crm',
      demo: false,
      admin: { email: 'admin@example.com', password: 'correct horse' },
      url: 'https://crm.example.com',
      proxies: ['10.0.0.1', '192.168.0.0/16'],
      smtpUrl: 'smtps://user:secret@mail.example.com',
      rateLimit: 600,
      worker: false,
      exposed: true,
    })
  })

  it.each([
    ['PORT', '0', 'PORT must be a whole number from 1 to 65535, but is "0".'],
    ['PORT', '65536', 'PORT must be'],
    ['PORT', '3000x', 'PORT must be'],
    ['PORT', '1e3', 'PORT must be'],
    ['HOST', 'http://x', 'HOST must be an address or host name, but is "http://x".'],
    ['RAPPORT_RATE_LIMIT', '5', 'RAPPORT_RATE_LIMIT must be a whole number from 10 to 100000000, but is "5".'],
    ['RAPPORT_WORKER', '0', 'RAPPORT_WORKER must be "on" or "off", but is "0".'],
    ['RAPPORT_DEMO', 'yes', 'RAPPORT_DEMO must be "on" or "off", but is "yes".'],
    ['RAPPORT_URL', 'crm.example.com', 'RAPPORT_URL must be an http(s):// address without a path'],
    ['RAPPORT_URL', 'https://crm.example.com/crm', 'RAPPORT_URL must be'],
    ['RAPPORT_URL', 'ftp://crm.example.com', 'RAPPORT_URL must be'],
    ['RAPPORT_PROXIES', '10.0.0.1,proxy', 'RAPPORT_PROXIES must be IP addresses'],
    ['RAPPORT_PROXIES', '10.0.0.0/33', 'RAPPORT_PROXIES must be'],
    ['RAPPORT_ADMIN_EMAIL', 'admin', 'RAPPORT_ADMIN_EMAIL must be an e-mail address, but is "admin".'],
    ['DATABASE_URL', 'mysql://root:secret@db/crm', 'DATABASE_URL must be a postgresql:// address.'],
    ['SMTP_URL', 'https://user:secret@mail', 'SMTP_URL must be an smtp:// or smtps:// address.'],
  ])('refuses %s=%s with a sentence', (name, value, sentence) => {
    const load = () => loadConfig({ [name]: value })
    expect(load).toThrow(ConfigError)
    expect(load).toThrow(sentence)
    expect(load).not.toThrow('secret')
  })

  it('names every wrong variable at once', () => {
    expect(() => loadConfig({ PORT: 'x', RAPPORT_DEMO: 'x' })).toThrow(/^PORT must .*\nRAPPORT_DEMO must /)
  })

  it.each(['RAPPORT_ADMIN_EMAIL', 'RAPPORT_ADMIN_PASSWORD'])('refuses %s alone', (name) => {
    expect(() => loadConfig({ [name]: 'admin@example.com' })).toThrow('must be set together')
  })

  it('puts an IPv6 host into brackets', () => {
    expect(loadConfig({ HOST: '::1' })).toMatchObject({ url: 'http://[::1]:3000', exposed: false })
  })
})
