/** The stand-in for the API. Each test says what it answers; nothing is answered by default. */
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

export const server = setupServer()

/** Fails once, in a way that asking again can mend; said before what it answers then. */
export const failing = (address: string) =>
  http.get(
    address,
    () =>
      HttpResponse.json(
        { status: 500, code: 'internal', title: 'Something failed' },
        { status: 500, headers: { 'content-type': 'application/problem+json' } },
      ),
    { once: true },
  )
