import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportingTree, type Reporting, type ReportingNode } from './reporting-tree.ts'

const ids = (nodes: ReportingNode<Reporting>[]): string[] =>
  nodes.flatMap(({ person, reports }) => [person.id, ...ids(reports)])
const pairs = (nodes: ReportingNode<Reporting>[]): [string, string][] =>
  nodes.flatMap(({ person, reports }) => [
    ...reports.map(({ person: { id } }): [string, string] => [id, person.id]),
    ...pairs(reports),
  ])

const names = ['a', 'b', 'c', 'd', 'e', 'f']
// Anybody may be said to report to anybody, himself and people elsewhere among them.
const staff = fc
  .uniqueArray(fc.constantFrom(...names))
  .chain((given) =>
    fc.tuple(
      ...given.map((id) =>
        fc.constantFrom(null, 'elsewhere', ...names).map((up): Reporting => ({ id, reportsToId: up })),
      ),
    ),
  )

it('holds everybody once, and nobody below somebody he does not report to', () => {
  fc.assert(
    fc.property(staff, (people) => {
      const tree = reportingTree(people)
      expect(ids(tree).toSorted()).toEqual(people.map(({ id }) => id).toSorted())
      for (const [id, above] of pairs(tree)) expect(people.find((one) => one.id === id)?.reportsToId).toBe(above)
    }),
    { numRuns: 1_000 },
  )
})

it('puts everybody whose superior is there below him', () => {
  const tree = reportingTree([
    { id: 'a', reportsToId: 'b' },
    { id: 'b', reportsToId: null },
    { id: 'c', reportsToId: 'a' },
    { id: 'd', reportsToId: 'gone' },
  ])
  expect(pairs(tree)).toEqual([
    ['a', 'b'],
    ['c', 'a'],
  ])
  expect(tree.map(({ person }) => person.id)).toEqual(['b', 'd'])
})
