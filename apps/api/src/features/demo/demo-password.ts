/** The sample accounts' password: known where only this machine can reach the server, elsewhere one that nobody guesses. */
import { randomBytes } from 'node:crypto'

const KNOWN = 'clean-air-demo'

/** A new one at every call where the server listens beyond this machine. */
export const samplePassword = ({ exposed }: { exposed: boolean }): string =>
  exposed ? randomBytes(18).toString('base64url') : KNOWN
