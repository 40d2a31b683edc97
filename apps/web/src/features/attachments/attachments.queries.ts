/** Files of records from the API. */
import type { AttachmentTarget } from '@rapport/domain/features/attachments/attachments.fields.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { addressOf, call, type ArgsOf, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type Attachment = ReplyOf<'GET /attachments/:id'>
type Page = ReplyOf<'GET /attachments'>
export type Target = { type: AttachmentTarget; id: string }

const PAGE = '10'

// Of a customer also what belongs to its deals and to what was done for it.
const belongsTo = ({ type, id }: Target): Filter =>
  type === 'customer'
    ? { field: 'customerId', op: 'eq', value: id }
    : {
        and: [
          { field: 'targetType', op: 'eq', value: type },
          { field: 'targetId', op: 'eq', value: id },
        ],
      }

/** The newest first. */
export const filesOf = (target: Target) =>
  infiniteQueryOptions({
    queryKey: ['attachments', target.type, target.id],
    queryFn: ({ pageParam, signal }): Promise<Page> => {
      const query = { filter: JSON.stringify(belongsTo(target)), limit: PAGE, cursor: pageParam }
      return call('GET /attachments', { query, signal } as unknown as ArgsOf<'GET /attachments'>)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const filePath = (id: string) => addressOf('/attachments/:id/file', { id })

const told = ['attachments', 'events']
function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(told.map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  })
}

type Sent = { file: File; key: string }
/** `key` names the intent: sent again after a broken connection the file is there once. */
const attach = ({ type, id }: Target, { file, key }: Sent) => {
  const form = new FormData()
  form.set('targetType', type)
  form.set('targetId', id)
  form.set('file', file)
  return call('POST /attachments', { body: form as unknown as BodyOf<'POST /attachments'>, idempotencyKey: key })
}

export const useAttach = (target: Target) => useChange((sent: Sent) => attach(target, sent))

/** The same for a target that is known only later; it may answer when nothing of the page is left. */
export function useAttachTo() {
  const { mutateAsync } = useChange(({ target, ...sent }: Sent & { target: Target }) => attach(target, sent))
  return mutateAsync
}

export const useDetach = () =>
  useChange(({ id, version }: Pick<Attachment, 'id' | 'version'>) =>
    call('DELETE /attachments/:id', { params: { id }, version }),
  )
