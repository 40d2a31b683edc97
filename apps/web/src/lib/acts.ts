/** What was done in this tab within a day and can be taken back: for the words after an act, the list of them, and Ctrl+Z. */
import { shared } from './shared.ts'

export type Act = {
  id: number
  /** When it was done, in milliseconds. */
  at: number
  text: string
  /** The job that did it, which the list of jobs shows with a way back of its own. */
  jobId: string | undefined
  undo: () => void
}

const DAY = 24 * 3_600_000
const MOST = 50
const acts = shared<readonly Act[]>([])
let last = 0

/** Whether it was still there: an act is taken back once, from wherever. */
function drop(id: number): boolean {
  const before = acts.get()
  acts.set(before.filter((act) => act.id !== id))
  return acts.get().length < before.length
}

/** Keeps an act and its undo; answers what takes it back, which does nothing the second time. */
export function remember(text: string, undo: () => void, jobId?: string): () => void {
  last += 1
  const id = last
  const takeBack = () => {
    if (drop(id)) undo()
  }
  const act = { id, at: Date.now(), text, jobId, undo: takeBack }
  acts.set([act, ...acts.get().filter(({ at }) => act.at - at < DAY)].slice(0, MOST))
  return takeBack
}

/** The job was taken back where it is listed. */
export const forgetJob = (jobId: string): void => acts.set(acts.get().filter((act) => act.jobId !== jobId))

/** Somebody else uses this tab now. */
export const forgetActs = (): void => acts.set([])

/** The newest first. */
export const useActs = (): readonly Act[] => acts.useValue()
