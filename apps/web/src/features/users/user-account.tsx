/** What can be done about a person's account: links to come in, stopping, leaving. Each says what it will do. */
import { nouns } from '@rapport/domain/access/permissions.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/problem.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { toast } from '../../ui/toast.tsx'
import { StatusChip } from './user-columns.tsx'
import styles from './users.module.css'
import { useChangeState, useDeleteUser, type LinkVerb, type StateVerb, type User } from './users.queries.ts'

type Props = { user: User; onClose: () => void; onLink: (verb: LinkVerb) => Promise<void> }

const Row = ({ text, children }: { text: string; children: ReactNode }) => (
  <li className={styles.act}>
    <span>{text}</span>
    {children}
  </li>
)

/** What a person still owns, as the refusal counts it: “3 customers, 2 deals”. */
function useRefusal(): (error: unknown) => string {
  const { t } = useTranslation('users')
  const problemText = useProblemText()
  const textOf = useLabel()
  const format = useFormat()
  return (error) => {
    if (!isProblem(error, 'user.owns_records')) return problemText(error)
    const counts = Object.entries((error.params.counts ?? {}) as Record<string, number>)
    const named = counts.map(([noun, count]) => {
      const label = noun === 'reports' ? t(($) => $.reports) : textOf(nouns[noun as keyof typeof nouns] ?? noun)
      return `${label} ${format.number(count)}`
    })
    return t(($) => $.ownsRecords, { list: format.list(named) })
  }
}

function useActs({ user, onClose, onLink }: Props) {
  const { t } = useTranslation('users')
  const change = useChangeState()
  const remove = useDeleteUser()
  const refusal = useRefusal()
  const complain = (error: unknown) => toast(refusal(error), { tone: 'problem' })
  const { name } = user
  const turn = async (verb: StateVerb) => {
    const text = t(($) => $.ask[verb], { name })
    const sure =
      verb === 'reactivate' ? '' : await ask({ title: t(($) => $.act[verb]), text, confirm: t(($) => $.act[verb]) })
    if (sure === null) return
    change.mutate({ user, verb }, { onError: complain, onSuccess: () => toast(t(($) => $.done[verb], { name })) })
  }
  const destroy = async () => {
    const title = t(($) => $.act.delete)
    const sure = await ask({ title, text: t(($) => $.ask.delete, { name }), confirm: title, danger: true })
    if (sure !== null) remove.mutate(user, { onError: complain, onSuccess: onClose })
  }
  return { turn, destroy, link: (verb: LinkVerb) => void onLink(verb).catch(complain), busy: change.isPending }
}

export function UserAccount(props: Props) {
  const { t } = useTranslation('users')
  const { can, status } = props.user
  const { turn, destroy, link, busy } = useActs(props)
  const states = (['reactivate', 'suspend', 'leave'] as const).filter((verb) => can[verb])
  if (!Object.values({ ...can, edit: false }).some(Boolean)) return null
  return (
    <section className={styles.account}>
      <h3>
        {t(($) => $.account)} <StatusChip status={status} />
      </h3>
      <ul>
        {can.invite && (
          <Row text={t(($) => $.about.invite)}>
            <Button onClick={() => link('invite')}>{t(($) => $.act.invite)}</Button>
          </Row>
        )}
        {can.resetPassword && (
          <Row text={t(($) => $.about.reset)}>
            <Button onClick={() => link('reset-password')}>{t(($) => $.act.reset)}</Button>
          </Row>
        )}
        {states.map((verb) => (
          <Row key={verb} text={t(($) => $.about[verb])}>
            <Button busy={busy} onClick={() => void turn(verb)}>
              {t(($) => $.act[verb])}
            </Button>
          </Row>
        ))}
        {can.delete && (
          <Row text={t(($) => $.about.delete)}>
            <Button onClick={() => void destroy()}>{t(($) => $.act.delete)}</Button>
          </Row>
        )}
      </ul>
    </section>
  )
}
