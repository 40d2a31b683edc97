/** The door to the reading thread: five seconds of work between two signs of life, 256 MB, one order at a time. */
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { FileError } from '../../../files/file-fault.ts'
import type { Inspection, Reading, Settings } from './inspect.ts'
import type { Answer, Message, Order } from './reader.worker.ts'
import { watchWork } from './work-watch.ts'

const MEMORY = 256
const IDLE = 10_000

// A thread takes half a second to begin, so one that has served well waits a while for the next file.
let spare: { worker: Worker; timer: NodeJS.Timeout } | null = null

const beginWorker = (): Worker => {
  // A thread would take as much for young objects as the process it is in, whatever its limits say. That one's own heap is
  // made already.
  setFlagsFromString('--min-semi-space-size=1')
  setFlagsFromString('--max-semi-space-size=2')
  const limits = { maxOldGenerationSizeMb: MEMORY }
  // Who gave the order hears of an error; one that comes while nobody listens must not end the server.
  return new Worker(new URL('./reader.worker.ts', import.meta.url), { resourceLimits: limits }).on(
    'error',
    () => undefined,
  )
}

const takeWorker = (): Worker => {
  if (!spare) return beginWorker()
  const { worker, timer } = spare
  spare = null
  clearTimeout(timer)
  worker.ref()
  return worker
}

const putBack = (worker: Worker): void => {
  if (spare) return void worker.terminate()
  worker.unref()
  const timer = setTimeout(() => {
    spare = null
    void worker.terminate()
  }, IDLE).unref()
  spare = { worker, timer }
}

type Pending = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

/** Gives an order; `next` waits for its next answer. Errors: FileError also for time and memory. */
const start = (order: Order) => {
  const worker = takeWorker()
  const answers: (Answer | Error)[] = []
  let pending: Pending | null = null
  const watch = watchWork(() => settle(new FileError('file.tooComplex')))
  const settle = (answer: Answer | Error) => {
    watch.end()
    if (!pending) return void answers.push(answer)
    const { resolve, reject } = pending
    pending = null
    return answer instanceof Error ? reject(answer) : resolve(answer)
  }
  const hear = (answer: Answer) => ('alive' in answer ? watch.alive() : settle(answer))
  const fail = (error: Error & { code?: string }) =>
    settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileError('file.tooComplex') : error)
  worker.on('message', hear).on('error', fail)
  const next = () =>
    new Promise<Answer>((resolve, reject) => {
      pending = { resolve, reject }
      const ready = answers.shift()
      if (ready) settle(ready)
      else watch.alive()
    })
  const tell = (message: Message) => worker.postMessage(message)
  tell(order)
  const end = (isDone: boolean) => {
    worker.off('message', hear).off('error', fail)
    return isDone ? putBack(worker) : worker.terminate()
  }
  return { next, tell, end }
}

const thrown = ({ code, params }: FileError['fault']): never => {
  throw new FileError(code, params)
}

/** How the file is written, its columns, a sample and the number of its rows. Errors: FileError. */
export const inspectFile = async (file: string, told: Settings = {}): Promise<Inspection> => {
  const thread = start({ task: 'inspect', file, told })
  let isDone = false
  try {
    const answer = await thread.next()
    isDone = true
    if ('fault' in answer) return thrown(answer.fault)
    return 'inspection' in answer ? answer.inspection : thrown({ code: 'file.tooComplex' })
  } finally {
    await thread.end(isDone)
  }
}

/** The rows below the header in batches, without the first `skip`. The next batch is read only when it is asked for. */
export async function* readRows(
  file: string,
  reading: Reading,
  skip: number,
  batch: number,
): AsyncGenerator<string[][]> {
  const thread = start({ task: 'rows', file, reading, skip, batch })
  let isDone = false
  try {
    for (;;) {
      const answer = await thread.next()
      if ('rows' in answer) {
        yield answer.rows
        thread.tell('next')
        continue
      }
      isDone = true
      if ('fault' in answer) thrown(answer.fault)
      return
    }
  } finally {
    await thread.end(isDone)
  }
}
