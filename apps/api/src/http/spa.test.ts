import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSpa } from './spa.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rapport-spa-'))
const code = 'console.info("a")'
let app: FastifyInstance

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'))
  mkdirSync(path.join(folder, '.vite'))
  writeFileSync(path.join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>')
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg/>')
  writeFileSync(path.join(folder, '.vite/manifest.json'), '{}')
  writeFileSync(path.join(folder, 'assets/a-1b2c.js'), code)
  writeFileSync(path.join(folder, 'assets/a-1b2c.js.br'), brotliCompressSync(code))
  app = Fastify()
  await addSpa(app, folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('the page', () => {
  it.each(['/', '/opportunities', '/opportunities/0198?tab=notes'])('is served at %s', async (url) => {
    const { statusCode, headers, body } = await app.inject({ url, headers: { accept: 'text/html' } })
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(body).not.toContain('__CSP_NONCE__')
  })

  it('carries a fresh nonce that its policy names [D8]', async () => {
    const pages = await Promise.all([app.inject('/'), app.inject('/')])
    const nonces = pages.map(({ body }) => /nonce="([^"]+)"/.exec(body)?.[1])
    expect(new Set(nonces).size).toBe(2)
    pages.forEach(({ headers }, index) => {
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain(`script-src 'self' 'nonce-${nonces[index]}'`)
      expect(policy).toMatch(/^default-src 'none';/)
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
      expect(headers['cache-control']).toBe('no-store')
    })
  })
})

describe('files', () => {
  it('come compressed as they were built and may be kept for ever', async () => {
    const reply = await app.inject({ url: '/assets/a-1b2c.js', headers: { 'accept-encoding': 'br, gzip' } })
    expect(reply.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(code)
  })

  it('come plain to who cannot decompress', async () => {
    expect((await app.inject('/assets/a-1b2c.js')).body).toBe(code)
  })

  it('without a hash are asked for again', async () => {
    expect((await app.inject('/favicon.svg')).headers['cache-control']).toBe('no-cache')
  })

  it.each([
    '/index.html',
    '/assets/gone.js',
    '/.vite/manifest.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/api/v1/x',
    '/api',
  ])('404 %s', async (url) => {
    const { statusCode, headers } = await app.inject({ url, headers: { accept: 'text/html' } })
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
  })

  it('404 what a program asks for beside them', async () => {
    expect((await app.inject({ url: '/x', headers: { accept: 'application/json' } })).statusCode).toBe(404)
    expect((await app.inject({ url: '/x', method: 'POST' })).statusCode).toBe(404)
  })
})
