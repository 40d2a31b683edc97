/** Who reports to whom, as a forest. Pure. */

export type Reporting = { id: string; reportsToId: string | null }
export type ReportingNode<T> = { person: T; reports: ReportingNode<T>[] }

/**
 * Each person once, in the order given, below whom he reports to; whose superior is not among them stands on top. Should the
 * data hold a circle, its first person stands on top as well, so that nobody is lost.
 */
export const reportingTree = <T extends Reporting>(people: readonly T[]): ReportingNode<T>[] => {
  const known = new Set(people.map(({ id }) => id))
  const below = Map.groupBy(people, ({ reportsToId }) =>
    reportsToId !== null && known.has(reportsToId) ? reportsToId : '',
  )
  const placed = new Set<string>()
  const nodeOf = (person: T): ReportingNode<T> => {
    placed.add(person.id)
    const own = (below.get(person.id) ?? []).filter(({ id }) => !placed.has(id))
    return { person, reports: own.map(nodeOf) }
  }
  const tops = (below.get('') ?? []).map(nodeOf)
  for (const person of people) if (!placed.has(person.id)) tops.push(nodeOf(person))
  return tops
}
