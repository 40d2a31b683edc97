/** The list on the screen, for what is shown beside it: the walk that stands at one of its records. */
import { useEffect } from 'react'
import { shared } from './shared.ts'
import type { Walk } from './walk.ts'

export type WalkOf = (id: string) => Walk | undefined

export const openList = shared<WalkOf | null>(null)

/** Tells of a list as long as it is shown; undefined where none can be walked. */
export function useOpenList(walkOf: WalkOf | undefined): void {
  useEffect(() => {
    if (!walkOf) return undefined
    openList.set(walkOf)
    return () => openList.set(null)
  }, [walkOf])
}
