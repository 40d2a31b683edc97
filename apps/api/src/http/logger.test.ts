import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { createLogger } from './logger.ts'

const CANARY = 'canary@example.com'

function collect() {
  let text = ''
  const target = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  return { log: createLogger(target), read: () => text, lines: () => text.trim().split('\n') }
}

it('writes only the names on its list [P4]', () => {
  const { log, read } = collect()
  log.info({ email: CANARY, body: { password: CANARY }, req: { headers: CANARY }, status: 200 }, 'request')
  expect(JSON.parse(read())).toMatchObject({ status: 200, msg: 'request' })
  expect(read()).not.toContain(CANARY)
})

it('keeps what people wrote out of errors, but says what and where [P4]', () => {
  const { log, read } = collect()
  const inner = Object.assign(new Error(`duplicate ${CANARY}`), { code: '23505', constraint: 'users_email_key' })
  log.error({ err: new Error(`Invalid invocation { email: ${CANARY} }`, { cause: inner }) }, 'request failed')
  expect(read()).not.toContain(CANARY)
  const { err } = JSON.parse(read()) as { err: { type: string; frames: string[]; cause: object } }
  expect(err).toMatchObject({ type: 'Error', cause: { code: '23505', constraint: 'users_email_key' } })
  expect(err.frames[0]).toContain('logger.test.ts')
})

it('shows the message of a fault in our own code, and the one an error of ours wrote for the log', () => {
  const { log, read } = collect()
  log.error({ err: new TypeError('x is not a function') })
  log.error({ err: Object.assign(new Error(CANARY), { internal: 'stage gone' }) })
  expect(read()).toContain('x is not a function')
  expect(read()).toContain('stage gone')
  expect(read()).not.toContain(CANARY)
})

it('is not led to write a second line [P4]', () => {
  const { log, lines } = collect()
  log.info({ route: '/a\n{"level":60,"msg":"forged"}' }, 'request\r\nforged')
  expect(lines()).toHaveLength(1)
})

it('takes a circular cause for what it is', () => {
  const { log, lines } = collect()
  const error = new Error('x')
  error.cause = error
  log.error({ err: error })
  expect(lines()).toHaveLength(1)
})
