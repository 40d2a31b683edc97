/*
 * Gives up on a connection that does not answer, where the server no longer ends a statement by itself. One clock looks after all
 * connections, and pg's own `query_timeout` is not used: it sets a timer for each statement, and a timer that was cleared keeps what its
 * function knows, here all rows of the answer, from being collected young: half of what a list reads grew old that way (decision 0015).
 */
import type pg from 'pg'

/** Ends connections that have been silent for `limit` ms; what they were asked fails like that of any lost connection. Returns its end. */
export function endUnanswered(pool: pg.Pool, limit: number): () => void {
  const asked = trackAsked(pool)
  const clock = setInterval(() => {
    const latest = Date.now() - limit
    for (const [client, since] of asked) if (since < latest) void client.end()
  }, limit / 10).unref()
  return () => clearInterval(clock)
}

/** Which connections wait for an answer, and since when. */
function trackAsked(pool: pg.Pool): Map<pg.PoolClient, number> {
  const asked = new Map<pg.PoolClient, number>()
  pool.on('connect', (client) => {
    client.query = ((...args: unknown[]) => {
      asked.set(client, Date.now())
      return Reflect.apply(queryOf(client), client, args)
    }) as typeof client.query
    client.on('drain', () => asked.delete(client))
  })
  pool.on('remove', (client) => asked.delete(client))
  return asked
}

/** What its class does when asked, looked up at every question. */
const queryOf = (client: pg.PoolClient) => (Object.getPrototypeOf(client) as pg.PoolClient).query
