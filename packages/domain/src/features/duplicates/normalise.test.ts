import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAddresses, normalizePlace, normalizeStreet } from './address.ts'
import { compareBirthDates } from './birth-date.ts'
import { emailPoint, ownDomain, phonePoint, phoneTail } from './contact-points.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { normalizePersonName, sharesWord } from './person-name.ts'
import { isCreditCode, normalizeTaxNo } from './tax-number.ts'

describe('jaroWinkler', () => {
  // The examples of Winkler's own papers.
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
    ['', '', 1],
  ])('%s and %s', (a, b, wanted) => expect(jaroWinkler(a, b)).toBeCloseTo(wanted, 3))

  it('is the same from both sides, one for equals and never beyond 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const found = jaroWinkler(a, b)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(jaroWinkler(a, a)).toBe(1)
        expect(jaroWinkler(b, a)).toBeCloseTo(found, 1)
      }),
    )
  })
})

describe('normal forms', () => {
  it.each([
    ['  王 小明 ', '王小明'],
    ['Smith, John', 'john smith'],
    ['JOHN SMITH', 'john smith'],
    ['Ｊｏｈｎ Ｓｍｉｔｈ', 'john smith'],
    ["José O'Neill", 'jose oneill'],
    ['--', ''],
  ])('person %s', (name, wanted) => expect(normalizePersonName(name)).toBe(wanted))

  it.each([
    ['91350100M000100Y43', true],
    ['91110108551385082Q', true],
    ['91350100M000100Y34', false],
    ['9131011559169385', false],
  ])('credit code %s', (text, wanted) => expect(isCreditCode(text)).toBe(wanted))

  it('tax numbers lose spaces, width and case; what is too short identifies nobody', () => {
    expect(normalizeTaxNo(' 9131 0115-591693852ｌ ')).toBe('91310115591693852L')
    expect(normalizeTaxNo('12-3')).toBe('')
  })

  it.each([
    ['https://www.Example.com/about?x=1', 'example.com'],
    ['sales@example.com', 'example.com'],
    ['example.com:8080', 'example.com'],
    ['somebody@qq.com', null],
    ['not a domain', null],
    ['127.0.0.1', null],
  ])('domain of %s', (text, wanted) => expect(ownDomain(text)).toBe(wanted))

  it('a mailbox of a task and a landline are shared, a mobile and one’s own mailbox are not', () => {
    expect(emailPoint({ address: 'Info2@Example.com' })).toEqual([{ value: 'info2@example.com', shared: true }])
    expect(emailPoint({ address: 'wang@example.com' })).toEqual([{ value: 'wang@example.com', shared: false }])
    expect(phonePoint({ type: 'work', e164: '+8613812345678' })[0]?.shared).toBe(false)
    expect(phonePoint({ type: 'mobile', e164: '+862161234567' })[0]?.shared).toBe(true)
    expect(phonePoint({ type: 'mobile', e164: '+4915112345678' })[0]?.shared).toBe(false)
    expect(phonePoint({ type: 'work', e164: null })).toEqual([])
  })

  it.each([
    ['5678', '5678'],
    ['138 1234-5678', '13812345678'],
    ['５６７８', '5678'],
    ['678', null],
    ['Room 5678', null],
  ])('phone tail %s', (typed, wanted) => expect(phoneTail(typed)).toBe(wanted))

  it.each([
    ['435 S. La Cienega Blvd.', '435 south la cienega boulevard'],
    ['99 E. 52nd St', '99 east 52 street'],
    ['常武路 66 号', '常武路 66 号'],
  ])('street %s', (street, wanted) => expect(normalizeStreet(street)).toBe(wanted))

  it('is settled: what is normal stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const normal of [normalizePersonName, normalizeTaxNo, normalizeStreet, normalizePlace])
          expect(normal(normal(text))).toBe(normal(text))
      }),
    )
  })
})

describe('comparisons', () => {
  it.each([
    ['1980-05-12', '1980-05-12', 'equal'],
    ['1980-05-12', '1980-12-05', 'similar'],
    ['1980-05-12', '1980-05-13', 'similar'],
    ['1980-05-12', '1981-06-12', null],
  ])('birth dates %s and %s', (a, b, wanted) => expect(compareBirthDates(a, b)).toBe(wanted))

  const place = (street: string, city: string | null = null, postcode: string | null = null) => ({
    street,
    city,
    postcode,
  })
  it.each([
    [place('12 Main St', 'Leeds'), place('12 Main Street', 'Leeds'), 'equal'],
    [place('12 Main St', 'Leeds'), place('12 Main Street', 'York'), null],
    [place('12 Main St'), place('12 Main Street', 'York'), 'equal'],
    [place('12 Tullaroop Street, Willaroo', 'Leeds'), place('12 Tullaroop Street', 'Leeds'), 'equal'],
    [place('12 Tullaroop St', 'Leeds'), place('17 Tullaroop St', 'Leeds'), 'similar'],
    [place('', 'Leeds'), place('', 'Leeds'), null],
    [place('常武路66号', '常州市'), place('常武路 66号', '常州'), 'similar'],
  ])('addresses %#', (a, b, wanted) => expect(compareAddresses(a, b)).toBe(wanted))

  it('names share a word but for a slip, an initial is none', () => {
    expect(sharesWord('luke purdon', 'mia purdom')).toBe(true)
    expect(sharesWord('j purdon', 'j smith')).toBe(false)
  })
})
