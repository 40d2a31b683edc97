/** The SQLSTATE behind an error of Prisma or pg, wherever the driver put it; null when the database did not speak. */
export const sqlStateOf = (error: unknown): string | null => {
  for (const layer of layersOf(error)) {
    const found = stateIn(layer)
    if (found) return found
  }
  return null
}

/** An error and what it wraps, from the outside in: Prisma keeps the driver's error in its meta, the driver the cause. */
export function* layersOf(error: unknown): Generator<Record<string, unknown>> {
  let current = error
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth++) {
    yield current as Record<string, unknown>
    current = next(current as Record<string, unknown>)
  }
}

const sqlState = /^[0-9A-Z]{5}$/
const stateIn = (error: Record<string, unknown>): string | null => {
  for (const key of ['originalCode', 'sqlState', 'code']) {
    const value = error[key]
    if (typeof value === 'string' && sqlState.test(value) && !/^P\d{4}$/.test(value)) return value
  }
  return error.code === 'P2034' ? '40001' : null
}

const next = (error: Record<string, unknown>): unknown => {
  const meta = error.meta as Record<string, unknown> | undefined
  return meta?.driverAdapterError ?? error.cause ?? error.originalError
}

/** The unique key a 23505 speaks of: its columns where the driver tells them, else its name. */
export const keyOf = (error: unknown): { columns: string[]; constraint: string | null } => {
  const text = JSON.stringify(error, [
    'message',
    'meta',
    'cause',
    'driverAdapterError',
    'constraint',
    'fields',
    'index',
    'target',
    'originalMessage',
  ])
  const listed = /"fields":\[([^[\]]*)\]/.exec(text)?.[1] ?? ''
  return {
    columns: listed.match(/\w+/g) ?? [],
    constraint: /"(?:index|constraint)":\s*"(\w+)"/.exec(text)?.[1] ?? /constraint \\"(\w+)\\"/.exec(text)?.[1] ?? null,
  }
}
