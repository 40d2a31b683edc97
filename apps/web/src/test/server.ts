/** The stand-in for the API. Each test says what it answers; nothing is answered by default. */
import { setupServer } from 'msw/node'

export const server = setupServer()
