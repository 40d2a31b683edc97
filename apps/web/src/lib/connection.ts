/** What every answer tells beside its content: that the session has ended, or that the server runs a newer build. */
import { shared } from './shared.ts'

type State = { signedOut: boolean; stale: boolean }

const state = shared<State>({ signedOut: false, stale: false })
let firstBuild: string | null = null
let signIns = 0
const change = (next: Partial<State>) => state.set({ ...state.get(), ...next })

/** Remembers the build this page was served with; another one later means that the page is stale. */
export function noticeBuild(build: string | null): void {
  if (!build) return
  firstBuild ??= build
  if (build !== firstBuild && !state.get().stale) change({ stale: true })
}

/**
 * To be taken before asking and called when the answer is that the server does not know the session any more. Who signed
 * in again meanwhile is not signed out by an answer to the session before.
 */
export function whenSignedOut(): () => void {
  const asked = signIns
  return () => {
    if (asked === signIns) change({ signedOut: true })
  }
}

/** After signing in again. */
export function noticeSignedIn(): void {
  signIns += 1
  change({ signedOut: false })
}

/** Re-renders when the session ends or the page turns stale. */
export const useConnection = (): State => state.useValue()
