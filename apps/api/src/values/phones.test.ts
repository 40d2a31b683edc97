import { describe, expect, it } from 'vitest'
import { readPhones } from './phones.ts'

const read = (number: string) => {
  const [phone] = readPhones([{ type: 'mobile', number }])
  return phone
}

describe('readPhones', () => {
  it.each([
    ['138 1234 5678', '+8613812345678', true],
    ['0519-8633 3308', '+8651986333308', true],
    ['１３８１２３４５６７８', '+8613812345678', true],
    ['+44 20 7946 0018', '+442079460018', true],
    ['12345', null, false],
    ['ring the bell', null, false],
  ])('%s is %s', (number, e164, valid) => expect(read(number)).toMatchObject({ number, e164, valid }))
})
