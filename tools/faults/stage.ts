/** The real server with an administrator, a client that insists, and the ledger of what it was told. */
import { type Client, makeClient } from './client.ts'
import { type Rig, startRig } from './rig.ts'
import { type Ledger, makeWorld, type World } from './writer.ts'

export type Stage = {
  rig: Rig
  client: Client
  world: World
  ledger: Ledger
  /** From 0 to 1, the same for the same seed. */
  random: () => number
  close(): Promise<void>
}

const EMAIL = 'ann@example.com'
const PASSWORD = 'quartz-lantern-82'

/** Starts it and signs in. `through` may put something between the client and the server. */
export async function setStage(seed: number): Promise<Stage> {
  const rig = await startRig({ RAPPORT_ADMIN_EMAIL: EMAIL, RAPPORT_ADMIN_PASSWORD: PASSWORD })
  const who = await signIn(rig.url)
  const client = makeClient(rig.url, who)
  const close = async () => {
    client.close()
    await rig.close()
  }
  try {
    return { rig, client, world: await makeWorld(client), ledger: newLedger(), random: makeRandom(seed), close }
  } catch (error) {
    await close()
    throw error
  }
}

export const newLedger = (): Ledger => ({ entries: [], refused: [] })

/** What identifies the administrator in later requests. */
export async function signIn(url: string): Promise<{ cookie: string }> {
  const reply = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
  const [cookie] = reply.headers.getSetCookie()
  if (!cookie) throw new Error(`The administrator cannot sign in: ${reply.status} ${await reply.text()}`)
  return { cookie: cookie.split(';')[0] ?? '' }
}

/** A generator of Park and Miller; enough to vary moments. */
export function makeRandom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
