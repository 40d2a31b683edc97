/** Files on their way to a record: one after the other; what failed stays with its reason until it is sent again or let go. */
import { unfitness } from '@rapport/domain/features/attachments/attachment-files.ts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { isProblem } from '../../lib/problem.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { randomId } from '../../lib/random-id.ts'
import { useAttach, type Target } from './attachments.queries.ts'

/** `unfit`: sending it again would not help. */
export type Upload = { key: string; file: File; problem: string | null; unfit: boolean }

/** What is wrong with the file, in words; the fault of the file itself says more than the refusal. */
export function useFault(): (error: unknown) => string {
  const textOf = useProblemText()
  return (error) => (isProblem(error) ? (error.errors[0]?.message ?? textOf(error)) : textOf(error))
}

export function useUploads(target: Target) {
  const { t } = useTranslation('attachments')
  const [uploads, setUploads] = useState<Upload[]>([])
  const attach = useAttach(target)
  const megabytes = useMe().organisation.attachmentMegabytes
  const wordsOf = useFault()
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key))
  const mark = (key: string, problem: string | null) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, problem } : one)))
  const send = ({ key, file }: Upload) => {
    mark(key, null)
    const sent = line.current.then(() => attach.mutateAsync({ file, key }))
    line.current = sent.then(
      () => drop(key),
      (error: unknown) => mark(key, wordsOf(error)),
    )
  }
  const take = (files: readonly File[]) => {
    const taken = files.map((file): Upload => {
      const unfit = unfitness(file.name, file.size, megabytes)
      return {
        key: randomId(),
        file,
        problem: unfit && t(($) => $[unfit], { megabytes }),
        unfit: unfit !== null,
      }
    })
    setUploads((all) => [...all, ...taken])
    for (const upload of taken) if (upload.problem === null) send(upload)
  }
  return { uploads, take, drop, send }
}
