/** Files on their way to a record: one after the other; what failed stays with its reason until it is sent again or let go. */
import { MAX_ATTACHMENT, ruleOf } from '@rapport/domain/features/attachments/attachment-files.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/problem.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { useAttach, type Target } from './attachments.queries.ts'

/** `unfit`: sending it again would not help. */
export type Upload = { key: string; file: File; problem: string | null; unfit: boolean }

/** What is wrong with the file, in words; the fault of the file itself says more than the refusal. */
function useFault(): (error: unknown) => string {
  const textOf = useProblemText()
  return (error) => (isProblem(error) ? (error.errors[0]?.message ?? textOf(error)) : textOf(error))
}

export function useUploads(target: Target) {
  const { t } = useTranslation('attachments')
  const [uploads, setUploads] = useState<Upload[]>([])
  const attach = useAttach(target)
  const wordsOf = useFault()
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key))
  const mark = (key: string, problem: string | null) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, problem } : one)))
  const unfit = ({ name, size }: File): string | null => {
    if (!ruleOf(name)) return t(($) => $.notTaken)
    return size > MAX_ATTACHMENT ? t(($) => $.tooLarge) : null
  }
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
      const problem = unfit(file)
      return { key: crypto.randomUUID(), file, problem, unfit: problem !== null }
    })
    setUploads((all) => [...all, ...taken])
    for (const upload of taken) if (upload.problem === null) send(upload)
  }
  return { uploads, take, drop, send }
}

/** A picture or file pasted anywhere on the page, also while writing: text goes where it is written, a file to the record. */
export function usePastedFiles(take: (files: readonly File[]) => void): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
