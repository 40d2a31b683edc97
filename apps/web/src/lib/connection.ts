/** What every answer tells beside its content: that the session has ended, or that the server runs a newer build. */
import { shared } from './shared.ts'

type State = { signedOut: boolean; stale: boolean }

const state = shared<State>({ signedOut: false, stale: false })
let firstBuild: string | null = null
const change = (next: Partial<State>) => state.set({ ...state.get(), ...next })

/** Remembers the build this page was served with; another one later means that the page is stale. */
export function noticeBuild(build: string | null): void {
  if (!build) return
  firstBuild ??= build
  if (build !== firstBuild && !state.get().stale) change({ stale: true })
}

/** The server does not know the session any more. */
export const noticeSignedOut = (): void => change({ signedOut: true })

/** After signing in again. */
export const noticeSignedIn = (): void => change({ signedOut: false })

/** Re-renders when the session ends or the page turns stale. */
export const useConnection = (): State => state.useValue()
