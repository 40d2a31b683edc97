/** What every answer tells beside its content: that the session has ended, or that the server runs a newer build. */
import { useSyncExternalStore } from 'react'

type State = { signedOut: boolean; stale: boolean }

let state: State = { signedOut: false, stale: false }
let firstBuild: string | null = null
const listeners = new Set<() => void>()

function change(next: Partial<State>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/** Remembers the build this page was served with; another one later means that the page is stale. */
export function noticeBuild(build: string | null): void {
  if (!build) return
  firstBuild ??= build
  if (build !== firstBuild && !state.stale) change({ stale: true })
}

/** The server does not know the session any more. */
export const noticeSignedOut = (): void => change({ signedOut: true })

/** After signing in again. */
export const noticeSignedIn = (): void => change({ signedOut: false })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Re-renders when the session ends or the page turns stale. */
export const useConnection = (): State => useSyncExternalStore(subscribe, () => state)
