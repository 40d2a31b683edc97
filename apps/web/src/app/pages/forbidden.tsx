import { nouns, specials, actions, type Noun } from '@rapport/domain/access/permissions.ts'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { paths } from '../paths.ts'

/** Explains which right is missing, in words. */
export function Forbidden({ permission }: { permission: string }) {
  const { t } = useTranslation()
  const label = useLabel()
  const special: Label | undefined = permission in specials ? specials[permission as keyof typeof specials] : undefined
  const [noun = '', action = ''] = permission.split('.')
  const known = noun in nouns && actions.some((name) => name === action)
  const name = special
    ? label(special)
    : known
      ? `${label(nouns[noun as Noun])} · ${t(($) => $.right[action as (typeof actions)[number]])}`
      : permission
  return (
    <Message
      title={t(($) => $.problem.forbiddenTitle)}
      actions={<ButtonLink to={paths.home}>{t(($) => $.action.home)}</ButtonLink>}
    >
      {t(($) => $.problem.forbidden, { permission: name })}
    </Message>
  )
}
