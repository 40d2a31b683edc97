import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityOf, keysOf, type Described } from './identity.ts'
import { reasonPoints, type Reason } from './reasons.ts'
import { compareIdentities } from './score.ts'

const company = (more: Partial<Described> = {}): Described => ({
  kind: 'company',
  name: '常州蓝隼新能源科技有限公司',
  ...more,
})
const person = (more: Partial<Described> = {}): Described => ({ kind: 'person', name: 'Anna Maria Keller', ...more })
const compare = (a: Described, b: Described) => compareIdentities(identityOf(a), identityOf(b))
const mobile = [{ type: 'mobile' as const, e164: '+8613812345678' }]
const landline = [{ type: 'work' as const, e164: '+862161234567' }]
const at = (address: string) => [{ address }]

describe('compareIdentities', () => {
  it.each<[string, Described, Described, number, string | null]>([
    [
      'the same company name is likely, never certain',
      company(),
      company({ name: '蓝隼新能源科技（常州）集团' }),
      70,
      'likely',
    ],
    ['with the same town still likely', company({ city: '常州' }), company({ city: '常州市' }), 85, 'likely'],
    [
      'with the same domain certain',
      company({ website: 'a.example' }),
      company({ emails: at('x@a.example') }),
      100,
      'certain',
    ],
    [
      'a similar name and town',
      company({ city: '常州' }),
      company({ name: '蓝隼新能源科枝', city: '常州' }),
      70,
      'likely',
    ],
    [
      'the same tax number',
      company({ taxNo: '123456789' }),
      company({ name: '别的', taxNo: '1234 56789' }),
      100,
      'certain',
    ],
    ['different tax numbers', company({ taxNo: '123456789' }), company({ taxNo: '987654321' }), 10, null],
    ['the same landline and name', company({ phones: landline }), company({ phones: landline }), 100, 'certain'],
    ['a mobile', person({ phones: mobile }), person({ name: 'Ben', phones: mobile }), 90, 'certain'],
    [
      'a mailbox',
      person({ emails: at('ak@x.example') }),
      person({ name: 'Ben', emails: at('AK@x.example') }),
      90,
      'certain',
    ],
    ['the name of a person alone', person(), person(), 30, null],
    ['name and employer', person({ customerIds: ['1'] }), person({ customerIds: ['2', '1'] }), 70, 'likely'],
    ['name and birth date', person({ birthDate: '1980-05-12' }), person({ birthDate: '1980-05-12' }), 70, 'likely'],
    ['companies and persons', company({ phones: mobile }), person({ phones: mobile }), 0, null],
  ])('%s', (_, a, b, score, level) => expect(compare(a, b)).toMatchObject({ score, level }))

  it('a family that shares mailbox, landline and address is not certain to be one person', () => {
    const home = { phones: landline, emails: at('info@k.example'), addresses: [{ street: '1 High St', city: 'Leeds' }] }
    expect(compare(person(home), person({ ...home, name: 'Tom Brown' }))).toMatchObject({ score: 89, level: 'likely' })
  })

  it('twins are likely one, not certain', () => {
    const home = { birthDate: '1980-05-12', city: 'Leeds', addresses: [{ street: '1 High St', city: 'Leeds' }] }
    expect(compare(person(home), person({ ...home, name: 'Tom Keller' })).level).toBe('likely')
  })

  const described = fc.record({
    kind: fc.constantFrom('company' as const, 'person' as const),
    name: fc.constantFrom('Acme Ltd', 'Acme', 'Acne', '蓝隼有限公司', '蓝隼', ''),
    city: fc.constantFrom(null, 'Leeds', '常州', '常州市'),
    taxNo: fc.constantFrom(null, '123456789', '12345678X'),
    phones: fc.constantFrom([], mobile, landline),
    emails: fc.constantFrom([], at('info@a.example'), at('tom@a.example')),
    birthDate: fc.constantFrom(null, '1980-05-12', '1980-12-05'),
    customerIds: fc.constantFrom([], ['1'], ['1', '2']),
  })

  it('is the same from both sides, between 0 and 100, and made of its reasons', () => {
    fc.assert(
      fc.property(described, described, (a, b) => {
        const found = compare(a, b)
        expect(compare(b, a)).toEqual(found)
        expect(found.score).toBeGreaterThanOrEqual(0)
        expect(found.score).toBeLessThanOrEqual(100)
        const sum = found.reasons.reduce((total, reason: Reason) => total + reasonPoints[reason], 0)
        expect(found.score).toBeLessThanOrEqual(Math.max(0, sum))
      }),
    )
  })

  it('is never certain of a name, whatever name it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom('company' as const, 'person' as const), (a, b, kind) => {
        expect(compare({ kind, name: a }, { kind, name: b }).level).not.toBe('certain')
      }),
    )
  })

  it('finds by a key whatever is certain', () => {
    fc.assert(
      fc.property(described, described, (a, b) => {
        if (compare(a, b).level !== 'certain') return
        const keys = keysOf(identityOf(a)).map(({ kind, value }) => `${kind} ${value}`)
        expect(keysOf(identityOf(b)).some(({ kind, value }) => keys.includes(`${kind} ${value}`))).toBe(true)
      }),
    )
  })
})
