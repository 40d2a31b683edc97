/** The pipeline being defined, for every part of its console. */
import { createContext, use } from 'react'
import type { Pipeline } from './pipelines.queries.ts'
import type { DraftState } from './use-draft.ts'

export type Console = DraftState & {
  pipeline: Pipeline
  /** The stage in the editor. */
  chosen: string | null
  choose: (stageId: string | null) => void
}

export const ConsoleContext = createContext<Console | null>(null)

/** The console around a part. */
export function useConsole(): Console {
  const console = use(ConsoleContext)
  if (!console) throw new Error('a part stands outside of the console')
  return console
}
