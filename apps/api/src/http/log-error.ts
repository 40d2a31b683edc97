/*
 * What the log may know of an error: its kind, its codes, where it came from. Not its message, which quotes what people
 * wrote (a duplicate e-mail, the arguments of a query), unless it is of a kind that only speaks about code.
 */
const ABOUT_CODE = new Set(['TypeError', 'ReferenceError', 'AssertionError', 'DatabaseAway'])
const DEPTH = 3

type Known = {
  code?: unknown
  internal?: unknown
  meta?: { modelName?: unknown }
  table?: unknown
  constraint?: unknown
}

/** `internal` is the message that an error of ours wrote for the log, without anybody's data. */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, internal, meta, table, constraint } = error as Known
  const type = error.constructor.name
  const description = {
    type,
    code: text(code),
    message: text(internal) ?? (ABOUT_CODE.has(type) ? error.message.slice(0, 300) : undefined),
    model: text(meta?.modelName),
    table: text(table),
    constraint: text(constraint),
    frames: readFrames(error),
    cause: error.cause !== undefined && depth < DEPTH ? describeError(error.cause, depth + 1) : undefined,
  }
  return Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined))
}

const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 300) : undefined)

/** The stack without its first lines, which repeat the message. */
const readFrames = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
