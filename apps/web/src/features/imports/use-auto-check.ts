/**
 * Checks by itself whenever the settings are complete and have not been checked, so that the page of the columns shows what
 * comes of them. A large file waits for its button.
 */
import { useEffect, useRef } from 'react'
import { useCheck, useSettle, type Import } from './imports.queries.ts'

const LARGE = 20_000

/** Whether it is checked without being asked. */
export const isCheckedAtOnce = ({ rowCount }: Pick<Import, 'rowCount'>) => rowCount <= LARGE

export function useAutoCheck(of: Import): void {
  const settle = useSettle(of.id)
  const check = useCheck(of.id)
  // Each version is tried once: what was refused or stopped is not begun again.
  const tried = useRef(0)
  const { status, version, checked, missing, can } = of
  const isWaiting = can.edit && checked === null && (status === 'uploaded' || status === 'mapped')
  const isReady = isWaiting && missing.length === 0 && isCheckedAtOnce(of)
  const isSettling = settle.isPending || check.isPending
  useEffect(() => {
    if (!isReady || isSettling || tried.current === version) return
    tried.current = version
    if (status === 'uploaded') settle.mutate({})
    else check.mutate()
  }, [isReady, isSettling, status, version, settle, check])
}
