/** Every record set by noun: for what works on any noun (replays, streams, exports, the access matrix). */
import { sourceRecords } from '../features/sources/sources.records.ts'
import type { RecordSet } from './record-set.ts'

// A function, because rooms and this list import each other's files in a circle of types only at call time.
export const recordSets = (): Record<string, RecordSet> => ({
  sources: sourceRecords,
})
