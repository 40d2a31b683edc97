/** Where one stands in a list, and the records before and after, read across its pages as one comes to their ends. */
import { useQuery } from '@tanstack/react-query'
import { PAGE } from './list-options.ts'
import { stretchOf, type Walk } from './walk.ts'

export type Step = { id: string; walk: Walk }
/** `at` counts from 1. */
export type WalkPlace = { at: number; total: Walk['total']; previous: Step | undefined; next: Step | undefined }

const NOWHERE: Walk = { key: 'GET /customers', query: {}, cursors: [], page: 0 }

const useStretch = (walk: Walk | undefined) =>
  useQuery({ ...stretchOf(walk ?? NOWHERE), enabled: walk !== undefined }).data

/** Null without a list, and where the list holds the record no more. */
export function useWalk(walk: Walk | undefined, id: string): WalkPlace | null {
  const here = useStretch(walk)
  const ids = walk ? (here?.ids ?? []) : []
  const index = ids.indexOf(id)
  const before = walk && index === 0 && walk.page > 0 ? { ...walk, page: walk.page - 1 } : undefined
  const after = walk && here && index >= 0 && index === ids.length - 1 ? pageAfter(walk, here.next) : undefined
  const lastBefore = useStretch(before)?.ids.at(-1)
  const firstAfter = useStretch(after)?.ids[0]
  if (!walk || index < 0) return null
  const stepTo = (to: string | undefined, on: Walk | undefined): Step | undefined =>
    to && on ? { id: to, walk: on } : undefined
  return {
    at: walk.page * Number(PAGE) + index + 1,
    total: walk.total,
    previous: index > 0 ? stepTo(ids[index - 1], walk) : stepTo(before && lastBefore, before),
    next: index < ids.length - 1 ? stepTo(ids[index + 1], walk) : stepTo(after && firstAfter, after),
  }
}

const pageAfter = (walk: Walk, next: string | null): Walk | undefined =>
  next === null ? undefined : { ...walk, cursors: [...walk.cursors.slice(0, walk.page + 1), next], page: walk.page + 1 }
