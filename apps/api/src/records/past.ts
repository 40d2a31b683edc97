/** Who made a record and when, where an import brings it along: authors and dates stay as they were. */
export type Past = { createdAt?: string; createdById?: string }
