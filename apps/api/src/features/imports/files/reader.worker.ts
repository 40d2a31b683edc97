/** Reads files in a thread of its own, so that a hostile one can neither stop nor fill the server. */
import { parentPort } from 'node:worker_threads'
import { FileError, type FileFault } from '../../../files/file-fault.ts'
import { inspect, sourceOf, storable, type Inspection, type Reading, type Settings } from './inspect.ts'

export type Order =
  | { task: 'inspect'; file: string; told: Settings }
  /** Rows after the first `skip` ones below the header. */
  | { task: 'rows'; file: string; reading: Reading; skip: number; batch: number }

/** `alive` tells the watch that work goes on; `rows` waits for 'next' before it reads on. */
export type Answer =
  | { alive: true }
  | { inspection: Inspection }
  | { rows: string[][] }
  | { done: true }
  | { fault: FileFault }

/** One order at a time; 'next' asks for more of its rows. */
export type Message = Order | 'next'

const port = parentPort as NonNullable<typeof parentPort>
const send = (answer: Answer) => port.postMessage(answer)
let goOn = () => undefined as void
const asked = () => new Promise<void>((resolve) => (goOn = resolve))

const sendRows = async ({ file, reading, skip, batch }: Extract<Order, { task: 'rows' }>) => {
  let rows: string[][] = []
  let position = 0
  const source = await sourceOf(file, reading, () => send({ alive: true }))
  for await (const row of source()) {
    if (++position <= reading.headerRow + skip) {
      if (position % 2000 === 0) send({ alive: true })
      continue
    }
    if (rows.push(row.map(storable)) < batch) continue
    send({ rows })
    rows = []
    await asked()
  }
  if (rows.length > 0) send({ rows })
  send({ done: true })
}

const carryOut = async (order: Order) => {
  try {
    if (order.task === 'rows') await sendRows(order)
    else send({ inspection: await inspect(order.file, order.told, () => send({ alive: true })) })
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    send({ fault: error.fault })
  }
}

port.on('message', (message: Message) => (message === 'next' ? goOn() : void carryOut(message)))
