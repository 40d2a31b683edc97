/** Sign-in and the caller's own sessions. */
import { z } from 'zod'
import { idParams } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { confirmation, credentials, me, mePatch, passwordChange, sessionRow } from './sessions.ts'

export const sessionRoutes = {
  signIn: route({
    method: 'POST',
    path: '/session',
    access: 'public',
    summary: 'Sign in; sets the session cookie',
    body: credentials,
    reply: me,
    status: 201,
    errors: ['auth.failed', 'auth.throttled'],
  }),
  who: route({
    method: 'GET',
    path: '/session',
    access: 'session',
    summary: 'Who am I, and what may I',
    reply: me,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/session',
    access: 'session',
    summary: 'Sign out',
    reply: null,
    status: 204,
  }),
  updateMe: route({
    method: 'PATCH',
    path: '/session',
    access: 'session',
    summary: 'Change my name, language or time zone',
    body: mePatch,
    reply: me,
  }),
  changePassword: route({
    method: 'POST',
    path: '/session/change-password',
    access: 'session',
    unversioned: true,
    summary: 'Change my password; ends all my other sessions and keys',
    body: passwordChange,
    reply: null,
    status: 204,
    errors: ['auth.failed', 'auth.throttled', 'password.weak'],
  }),
  confirm: route({
    method: 'POST',
    path: '/session/confirm',
    access: 'session',
    unversioned: true,
    summary: 'Enter my password again; for ten minutes I may make keys and change roles',
    body: confirmation,
    reply: null,
    status: 204,
    errors: ['auth.failed', 'auth.throttled'],
  }),
  list: route({
    method: 'GET',
    path: '/sessions',
    access: 'session',
    summary: 'List my sessions',
    reply: z.object({ items: z.array(sessionRow) }),
  }),
  end: route({
    method: 'DELETE',
    path: '/sessions/:id',
    access: 'session',
    summary: 'End one of my sessions',
    params: idParams,
    reply: null,
    status: 204,
  }),
}
