/** Opening a creation panel is an address: `?new=customers&name=…`. Back closes it, a reload keeps it. */
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { shared } from '../lib/shared.ts'
import { creations, type Creation } from './create.ts'
import { useMay } from './session.ts'

const KEY = 'new'

/** The creations whose right is held. */
export function useCreations(): Creation[] {
  const may = useMay()
  return creations.filter((creation) => may(creation.permission))
}

/** Opens the panel of a noun over the page one is on, with values to begin with. */
export function useOpenCreation(): (id: string, prefill?: Record<string, string>) => void {
  const [, setParams] = useSearchParams()
  return useCallback(
    (id, prefill = {}) =>
      setParams((params) => {
        const next = new URLSearchParams(params)
        next.set(KEY, id)
        for (const [name, value] of Object.entries(prefill)) next.set(`${KEY}.${name}`, value)
        return next
      }),
    [setParams],
  )
}

export type OpenCreation = { id: string; prefill: Record<string, string> }

/** What is being created, if anything, and how to close it. */
export function useCreation(): { open: OpenCreation | null; close: () => void } {
  const [params, setParams] = useSearchParams()
  const id = params.get(KEY)
  const close = useCallback(
    () =>
      setParams(
        (current) => new URLSearchParams([...current].filter(([name]) => name !== KEY && !name.startsWith(`${KEY}.`))),
        { replace: true },
      ),
    [setParams],
  )
  if (!id) return { open: null, close }
  const own = [...params].filter(([name]) => name.startsWith(`${KEY}.`))
  return {
    open: { id, prefill: Object.fromEntries(own.map(([name, value]) => [name.slice(KEY.length + 1), value])) },
    close,
  }
}

const menu = shared(false)

/** Opens the menu of creations from anywhere: the header, the bottom bar, the key C. */
export const setCreateMenu = menu.set

export const useCreateMenu = () => ({ opened: menu.useValue(), set: setCreateMenu })
