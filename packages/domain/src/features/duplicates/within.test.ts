import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityOf, type Described, type Identity } from './identity.ts'
import { compareIdentities } from './score.ts'
import { recogniser } from './within.ts'

const person = fc.record({
  name: fc.constantFrom('Anna Kerluke', 'Kerluke Anna', 'Anne Kerluk', 'Bo Li', '王小明', ''),
  mobile: fc.constantFrom('+8613800000001', '+8613800000002', '+8613800000003', null),
  mail: fc.constantFrom('a@example.org', 'info@example.org', null),
  birthDate: fc.constantFrom('1980-05-12', '1980-12-05', null),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

const identity = ({ name, mobile, mail, birthDate }: Person): Identity => {
  const described: Described = {
    kind: 'person',
    name,
    phones: mobile === null ? [] : [{ e164: mobile, type: 'mobile' }],
    emails: mail === null ? [] : [{ address: mail }],
    birthDate,
  }
  return identityOf(described)
}

describe('recogniser', () => {
  it('finds of those before exactly who shares a value and scores enough, surest first', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 15 }), (people) => {
        const within = recogniser()
        const before: Identity[] = []
        for (const [at, one] of people.map(identity).entries()) {
          const found = within.find(one)
          for (const { id, verdict } of found) {
            expect(verdict).toEqual(compareIdentities(one, before[id] as Identity))
            expect(verdict.level).not.toBeNull()
          }
          // Whoever is certain has something in common, so none of them is missed.
          const certain = before.flatMap((other, id) => (compareIdentities(one, other).level === 'certain' ? [id] : []))
          expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(certain))
          const scores = found.map(({ verdict }) => verdict.score)
          expect(scores).toEqual(scores.toSorted((a, b) => b - a))
          within.add(at, one)
          before.push(one)
        }
      }),
    )
  })

  it('forgets the oldest of a list that is too long, and nobody else', () => {
    const within = recogniser(2)
    const called = (mobile: Person['mobile']) => identity({ name: '', mobile, mail: null, birthDate: null })
    for (const [at, mobile] of (['+8613800000001', '+8613800000002', '+8613800000003'] as const).entries())
      within.add(at, called(mobile))
    expect(within.find(called('+8613800000001'))).toEqual([])
    expect(within.find(called('+8613800000002'))).toMatchObject([{ id: 1, verdict: { level: 'certain' } }])
  })
})
