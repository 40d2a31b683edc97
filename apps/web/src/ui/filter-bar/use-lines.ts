/**
 * The conditions of a filter as lines of a form: those that must all hold, those of which any will do, and what is too deep
 * for a line. A line that says nothing yet stays in the form and asks nothing.
 */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { isCondition, type Condition, type Filter } from '@rapport/domain/filter/filter.ts'
import { useState } from 'react'
import { flatConditions, joinFilters } from '../../lib/list-state.ts'
import { firstCondition, isAnyGroup, isWhole } from './conditions.ts'

/** `isNew`: added here, so that one goes on in it. */
export type Line = { id: number; condition: Condition; isNew: boolean }
export type Place = 'all' | 'any'
type Lines = Record<Place, Line[]> & { deep: Filter[] }

let last = 0
const lineOf = (condition: Condition, isNew: boolean): Line => {
  last += 1
  return { id: last, condition, isNew }
}
const known = (condition: Condition): Line => lineOf(condition, false)

/** One group is drawn as lines; another beside it, which only an address can hold, is said in words. */
function linesOf(filter: Filter | undefined, fields: Fields): Lines {
  const parts = flatConditions(filter)
  const group = parts.find((part) => isAnyGroup(part, fields))
  const plain = (part: Filter): part is Condition => isCondition(part) && fields[part.field] !== undefined
  return {
    all: parts.filter(plain).map(known),
    any: group && 'or' in group ? group.or.filter(plain).map(known) : [],
    deep: parts.filter((part) => part !== group && !plain(part)),
  }
}

const wholeOf = (lines: Line[]): Condition[] => lines.map(({ condition }) => condition).filter(isWhole)

function filterOf({ all, any, deep }: Lines): Filter | undefined {
  const or = wholeOf(any)
  return joinFilters([...wholeOf(all), ...(or.length > 0 ? [{ or }] : []), ...deep])
}

export function useLines(fields: Fields, filter: Filter | undefined, onFilter: (filter: Filter | undefined) => void) {
  const [lines, setLines] = useState(() => linesOf(filter, fields))
  const put = (next: Lines) => {
    setLines(next)
    const asked = filterOf(next)
    if (JSON.stringify(asked) !== JSON.stringify(filterOf(lines))) onFilter(asked)
  }
  return {
    lines,
    add: (place: Place, name: string) => {
      const field = fields[name]
      if (field) put({ ...lines, [place]: [...lines[place], lineOf(firstCondition(name, field), true)] })
    },
    change: (place: Place, id: number, condition: Condition) =>
      put({ ...lines, [place]: lines[place].map((line) => (line.id === id ? { ...line, condition } : line)) }),
    remove: (place: Place, id: number) => put({ ...lines, [place]: lines[place].filter((line) => line.id !== id) }),
    removeDeep: (at: number) => put({ ...lines, deep: lines.deep.toSpliced(at, 1) }),
    clear: () => put({ all: [], any: [], deep: [] }),
  }
}
