/** What a screen shows when it or its data fails: the shell stays, the reason is named, trying again is one click. */
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRouteError } from 'react-router'
import { isProblem, leadsNowhere } from '../../lib/problem.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { paths } from '../paths.ts'
import { NotFound } from './not-found.tsx'

// A chunk of an older build is gone after an upgrade; only a reload helps.
const isChunkError = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)

export function RouteError() {
  const error = useRouteError()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { reset } = useQueryErrorResetBoundary()
  const textOf = useProblemText()
  if (leadsNowhere(error)) return <NotFound />
  const retry = () => {
    reset()
    if (isChunkError(error)) window.location.reload()
    else void navigate('.', { replace: true, relative: 'path' })
  }
  return (
    <Message
      title={t(($) => $.problem.title)}
      actions={
        <>
          <Button tone="primary" onClick={retry}>
            {t(($) => $.action.retry)}
          </Button>
          <ButtonLink to={paths.home}>{t(($) => $.action.home)}</ButtonLink>
        </>
      }
    >
      <p>{isChunkError(error) ? t(($) => $.problem.chunk) : textOf(error)}</p>
      {isProblem(error) && error.requestId && <p>{t(($) => $.problem.requestId, { id: error.requestId })}</p>}
    </Message>
  )
}
