/** Who may be there already, from the API. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type DuplicateType = BodyOf<'POST /duplicates/check'>['recordType']
export type Asked = BodyOf<'POST /duplicates/check'>['record']
export type Duplicates = ReplyOf<'POST /duplicates/check'>

/** Nothing is asked before something is entered that tells. */
const isTelling = ({ name = '', phones = [], emails = [] }: Asked) =>
  [...name].length >= 2 || phones.length > 0 || emails.length > 0

export const duplicatesQuery = (recordType: DuplicateType, record: Asked) =>
  queryOptions({
    queryKey: ['duplicates', recordType, record],
    queryFn: ({ signal }) => call('POST /duplicates/check', { body: { recordType, record }, signal }),
    enabled: isTelling(record),
    ...(isTelling(record) && { placeholderData: keepPreviousData }),
    retry: false,
  })
