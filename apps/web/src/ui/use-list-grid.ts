/** What a list hands to its grid, however its records are arranged: columns and order as the address says, looking, opening. */
import { useCallback } from 'react'
import type { WalkOf } from '../lib/open-list.ts'
import { usePeek } from '../lib/peek.ts'
import type { Walk } from '../lib/walk.ts'
import type { GridRow } from './record-grid/columns.ts'
import type { RecordListProps } from './record-list.tsx'

const stateWith = (walk: Walk | undefined) => walk && { walk }

type Given<R extends GridRow> = Pick<RecordListProps<R>, 'state' | 'onChange'> & {
  peekAs: RecordListProps<R>['peekAs'] | undefined
}

export function useListGrid<R extends GridRow>({ state, onChange, peekAs }: Given<R>, walkOf: WalkOf | undefined) {
  const { peeked, peek } = usePeek()
  const stateOf = useCallback((row: R) => stateWith(walkOf?.(row.id)), [walkOf])
  return {
    stateOf,
    ...(peekAs && { onPeek: ({ id }: R) => peek({ as: peekAs, id }) }),
    peeked: peeked && peeked.as === peekAs ? peeked.id : undefined,
    chosen: state.columns,
    onChosen: (columns: string[]) => onChange({ columns }),
    sort: state.sort,
    onSort: (sort: typeof state.sort) => onChange({ sort }),
  }
}
