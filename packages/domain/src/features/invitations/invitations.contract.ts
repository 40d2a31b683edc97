/** Inviting, resetting a password, and following such a link. */
import { idParams } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { accepted, acceptance, linkState, linkToken, signInLink } from './invitations.ts'

export const invitationRoutes = {
  invite: route({
    method: 'POST',
    path: '/users/:id/invite',
    access: 'session',
    permission: 'people.administer',
    unversioned: true,
    summary: 'Make an invitation link for seven days; earlier links end',
    params: idParams,
    reply: signInLink,
    status: 201,
    errors: ['user.transition', 'auth.stale'],
  }),
  resetPassword: route({
    method: 'POST',
    path: '/users/:id/reset-password',
    access: 'session',
    permission: 'people.administer',
    unversioned: true,
    summary: 'Make a link for thirty minutes by which a user chooses a new password',
    params: idParams,
    reply: signInLink,
    status: 201,
    errors: ['user.transition', 'auth.stale'],
  }),
  look: route({
    method: 'POST',
    path: '/invitations/look',
    access: 'public',
    summary: 'Whether such a link still works, before a password is chosen; nothing is written',
    body: linkToken,
    reply: linkState,
  }),
  accept: route({
    method: 'POST',
    path: '/invitations/accept',
    access: 'public',
    summary: 'Follow such a link: choose a password, end all other access, sign in',
    body: acceptance,
    reply: accepted,
    status: 201,
    errors: ['token.invalid', 'password.weak'],
  }),
}
