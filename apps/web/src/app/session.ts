/** Who is signed in; asked for once by the shell and read everywhere. */
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { isClear, readableFields } from '@rapport/domain/access/readable.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useMemo } from 'react'
import { call, type ReplyOf } from '../lib/call.ts'
import { forgetActs } from '../lib/acts.ts'
import { noticeSignedIn } from '../lib/connection.ts'
import { ownDrafts } from '../lib/drafts.ts'
import { switchLanguage } from '../lib/i18n.ts'
import type { Language } from '../lib/preferences.ts'
import { showOwn, useKeepOwn } from './own-preferences.ts'

export type Me = ReplyOf<'GET /session'>

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const me = await call('GET /session', { signal })
    ownDrafts(me.user.id)
    await showOwn(me)
    return me
  },
  staleTime: 5 * 60_000,
})

/** The account of who is signed in, as it is now. */
export const ownQuery = queryOptions({
  queryKey: ['session', 'user'],
  queryFn: async ({ signal }) => (await call('GET /session', { signal })).user,
})

/** Who is signed in; only below the shell, whose loader has asked. */
export const useMe = (): Me => useSuspenseQuery(sessionQuery).data

/** Whether a right is held; what the server refuses anyway is not offered. */
export function useMay(): (permission: string | undefined) => boolean {
  const { permissions } = useMe()
  return (permission) => permission === undefined || permissions.includes(permission)
}

/**
 * The fields of a noun as the reader's role has them: hidden ones and what is made of them are absent, masked ones can be
 * neither filtered nor sorted. The server decides the same; this keeps dead columns and filters off the screen.
 */
export function useReadable<F extends Fields>(noun: string, fields: F): Fields {
  const { fieldRules } = useMe()
  return useMemo(
    () => readableFields({ kind: 'user', rules: { fieldRules } }, noun, fields),
    [noun, fields, fieldRules],
  )
}

/** Whether the reader sees a field of a noun as it is, so that a list may be ordered by it. */
export function useClear(noun: string): (name: string) => boolean {
  const { fieldRules } = useMe()
  return (name) => isClear({ kind: 'user', rules: { fieldRules } }, noun, name)
}

/** Whether the reader may change a field of a noun at all; the record's own `can` comes on top. */
export function useWritable(noun: string): (name: string) => boolean {
  const { fieldRules } = useMe()
  return (name) => (fieldRules[`${noun}.${name}`] ?? 'write') === 'write'
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => call('POST /session', { body, secret: true }),
    onSuccess: async (me) => {
      client.clear()
      forgetActs()
      ownDrafts(me.user.id)
      await showOwn(me, true)
      client.setQueryData(sessionQuery.queryKey, me)
      noticeSignedIn()
    },
  })
}

/** Signs the same person in again: what stands on the screen stays, and is asked for anew. */
export function useSignInAgain(email: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (password: string) => call('POST /session', { body: { email, password }, secret: true }),
    onSuccess: (me) => {
      client.setQueryData(sessionQuery.queryKey, me)
      noticeSignedIn()
      void client.invalidateQueries()
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('DELETE /session'),
    onSuccess: () => {
      ownDrafts(null)
      forgetActs()
      client.clear()
    },
  })
}

export function useUpdateMe() {
  const client = useQueryClient()
  type Change = { name?: string; locale?: 'zh-CN' | 'en'; timeZone?: string; version: number }
  return useMutation({
    mutationFn: ({ version, ...body }: Change) => call('PATCH /session', { body, version }),
    onSuccess: (me) => client.setQueryData(sessionQuery.queryKey, me),
  })
}

/** Switches the language here and remembers it with the account, for mails, notices and other devices. */
export function useChooseLanguage(): (language: Language) => void {
  const keepOwn = useKeepOwn()
  return (language) => {
    void switchLanguage(language)
    keepOwn({ locale: language === 'zh' ? 'zh-CN' : 'en' })
  }
}
