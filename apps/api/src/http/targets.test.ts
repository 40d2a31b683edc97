/** Requests as bytes on a socket, which no client library would send. */
import { connect } from 'node:net'
import { problem } from '@rapport/domain/contract/problem.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../test/app.ts'

const test = useApp()
let port: number

beforeAll(async () => {
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  port = (test.app.server.address() as { port: number }).port
})

/** The whole answer; the connection is closed by the server or after it. */
const send = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket
      .on('data', (chunk) => (answer += chunk.toString()))
      .on('close', () => resolve(answer))
      .on('error', reject)
  })
const ask = async (line: string, ...headers: string[]) => {
  const answer = await send(`${[line, 'Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`)
  return { status: Number(answer.split(' ')[1]), body: answer.split('\r\n\r\n').slice(1).join('\r\n\r\n') }
}

const targets = [
  '/api/v1/customers',
  '/api/v1/customers?x=/healthz',
  'http://localhost/api/v1/customers',
  'http://evil.example/api/v1/customers',
  '//api/v1/customers',
  '//evil.example/api/v1/customers',
  '/api/v1//customers',
  '/api/v1/customers/',
  '/API/V1/customers',
  '/api/v1/Customers',
  '/api/v1/./customers',
  '/api/v1/x/../customers',
  '/healthz/../api/v1/customers',
  '/healthz/..%2fapi/v1/customers',
  '/api/v1/%63ustomers',
  '/api/v1/customers%00',
  '/api/v1/customers%20',
  '/api/v1/customers%09',
  '/api/v1/customers;jsessionid=1',
  '/api/v1/customers%3Bx',
  '/api/v1/customers%2f',
  '/api/v1/customers#x',
  '/%61pi/v1/customers',
  '/assets/..%2f..%2fapi/v1/customers',
  '/api/v1/session/../customers',
  '/api/v1/setup%2f..%2fcustomers',
]

describe('who is not signed in', () => {
  it.each(targets)('gets no list at %s, whichever way the path is written [D3]', async (target) => {
    // Whoever takes a page may get that of the application, where it is built; it holds no list.
    const { status, body } = await ask(`GET ${target} HTTP/1.1`, 'Accept: application/json')
    expect([400, 401, 404]).toContain(status)
    expect(problem.parse(JSON.parse(body))).toMatchObject({ status })
  })
})

describe('a body', () => {
  const post = (headers: string[], body = '{}') => {
    const length = headers.some((header) => /^(content-length|transfer-encoding)/i.test(header))
      ? []
      : [`Content-Length: ${body.length}`]
    return send(
      `POST /api/v1/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${[...headers, ...length].join('\r\n')}\r\n\r\n${body}`,
    )
  }
  it.each([
    ['two content types', ['Content-Type: text/plain', 'Content-Type: application/json'], 415],
    ['a tab in its type', ['Content-Type: application/json\t;charset=utf-8'], 415],
    ['a type folded over two lines', ['Content-Type: application/json;', ' charset=utf-8'], 400],
    ['two lengths', ['Content-Type: application/json', 'Content-Length: 2', 'Content-Length: 3'], 400],
    ['a length and chunks', ['Content-Type: application/json', 'Content-Length: 2', 'Transfer-Encoding: chunked'], 400],
    ['no type', [], 415],
  ])('with %s is refused [D3]', async (_what, headers, status) => {
    expect(await post(headers)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })
})

describe('a client that does not go on', () => {
  it('408 when its headers do not arrive within ten seconds [G6]', { timeout: 30_000 }, async () => {
    const begin = performance.now()
    const answer = await send('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
    expect(answer).toContain('request.timeout')
    expect(performance.now() - begin).toBeGreaterThan(9_000)
    expect(performance.now() - begin).toBeLessThan(20_000)
  })
})
