/** Which list of fields is open – for one more condition, or for the group at a place – and their keys. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'

/** The place of a group that is not there yet. */
export const NEW = -1

export function useAsking(groupAt: number) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [asking, setAsking] = useState<number | null>(null)
  const [fresh, setFresh] = useState<string | null>(null)
  // The group that was begun is part of the filter now.
  if (fresh !== null && groupAt !== NEW) setFresh(null)
  const words = { add: t(($) => $.filter.add), any: t(($) => $.filter.any) }
  useActions([
    { id: 'filter:add', label: words.add, group: 'page', keys: 'F', run: () => setAdding(true) },
    { id: 'filter:any', label: words.any, group: 'page', keys: 'O', run: () => setAsking(groupAt) },
  ])
  const at = (place: number) => ({
    asking: asking === place,
    onAsk: (now: boolean) => setAsking(now ? place : null),
  })
  return { words, adding, setAdding, setAsking, at, fresh, setFresh }
}
