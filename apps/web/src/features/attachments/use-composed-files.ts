/**
 * Files chosen for an activity that is still being written. They wait beside its text, leave with it, and are sent when it is
 * there. They are kept in the cache, which outlives the page and not the session: who walks on loses none of them.
 */
import { unfitness } from '@rapport/domain/features/attachments/attachment-files.ts'
import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { toast } from '../../ui/toast.tsx'
import { useAttachTo } from './attachments.queries.ts'
import { randomId } from '../../lib/random-id.ts'

export type ComposedFile = {
  /** Names the intent: sent again after a broken connection the file is there once. */
  key: string
  file: File
  unfit: ReturnType<typeof unfitness>
  /** Whether it has left the form with what was written. */
  held: boolean
  /** What it belongs to as soon as that is there. */
  activityId: string | null
  error: unknown
}

/** The files that left the form with one entry. */
export type Held = {
  /** What was written came back. */
  release: () => void
  /** One after the other, so that the first of many is there soon. */
  sendTo: (activityId: string) => Promise<void>
  /** The entry was taken back: its files are chosen anew, as its text stands in the form again. */
  takeBack: () => void
}

const composedFile = (file: File, megabytes: number): ComposedFile => ({
  key: randomId(),
  file,
  unfit: unfitness(file.name, file.size, megabytes),
  held: false,
  activityId: null,
  error: null,
})

/** The files of one place, wherever it is shown. */
const storeOf = (client: QueryClient, place: string, megabytes: number) => {
  const queryKey = ['composed-files', place]
  const all = () => client.getQueryData<ComposedFile[]>(queryKey) ?? []
  const change = (to: (files: ComposedFile[]) => ComposedFile[]) => void client.setQueryData(queryKey, to(all()))
  return {
    queryKey,
    all,
    change,
    take: (files: readonly File[]) =>
      change((known) => [...known, ...files.map((file) => composedFile(file, megabytes))]),
    drop: (keys: readonly string[]) => change((known) => known.filter(({ key }) => !keys.includes(key))),
    mark: (keys: readonly string[], more: Partial<ComposedFile>) =>
      change((known) => known.map((one) => (keys.includes(one.key) ? { ...one, ...more } : one))),
    isShown: () => (client.getQueryCache().find({ queryKey })?.getObserversCount() ?? 0) > 0,
  }
}
type Store = ReturnType<typeof storeOf>

function useSend(store: Store) {
  const { t } = useTranslation('attachments')
  const attach = useAttachTo()
  return async ({ key, file }: ComposedFile, activityId: string): Promise<void> => {
    if (!store.all().some((one) => one.key === key)) return // let go meanwhile
    store.mark([key], { activityId, error: null })
    try {
      await attach({ target: { type: 'activity', id: activityId }, file, key })
      store.drop([key])
    } catch (error) {
      store.mark([key], { error })
      // Who has walked on meanwhile would not learn of it.
      if (!store.isShown())
        toast(
          t(($) => $.notSent, { name: file.name }),
          { tone: 'problem' },
        )
    }
  }
}

/** `place` names the form. */
export function useComposedFiles(place: string) {
  const store = storeOf(useQueryClient(), place, useMe().organisation.attachmentMegabytes)
  const { queryKey, take } = store
  const files = useQuery({
    queryKey,
    queryFn: skipToken,
    initialData: (): ComposedFile[] => [],
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const send = useSend(store)
  const hold = (): Held => {
    const held = store.all().filter((one) => !one.held && one.unfit === null)
    const keys = held.map(({ key }) => key)
    store.mark(keys, { held: true })
    return {
      release: () => store.mark(keys, { held: false }),
      sendTo: async (activityId: string) => {
        for (const one of held) await send(one, activityId)
      },
      takeBack: () => {
        store.drop(keys)
        take(held.map(({ file }) => file))
      },
    }
  }
  const again = (one: ComposedFile) => void (one.activityId && send(one, one.activityId))
  return { files: files.data ?? [], take, drop: (key: string) => store.drop([key]), again, hold }
}
