/** Which cells of a list can be changed in it: those of `names` that the role may write, of records that may be changed. */
import { useMemo } from 'react'
import type { EditableCells } from '../ui/record-grid/use-cells.ts'
import { useWritable } from './session.ts'

type Row = { can?: { edit?: boolean } | undefined }

const never = () => false

export function useEditableCells<R extends Row>(
  noun: string,
  names: readonly string[],
  Editor: EditableCells<R>['Editor'],
  /** What cannot be changed of this record; kept outside of the component. */
  isSettled: (row: R, name: string) => boolean = never,
): EditableCells<R> {
  const writable = useWritable(noun)
  const written = names.filter(writable).join()
  return useMemo(() => {
    const open = new Set(written.split(','))
    const mayEdit = (row: R, name: string) => row.can?.edit === true && open.has(name) && !isSettled(row, name)
    return { mayEdit, Editor }
  }, [written, Editor, isSettled])
}
