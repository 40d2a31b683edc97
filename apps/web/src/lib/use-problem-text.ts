/** An error as a sentence in the reader's language: the server words its refusals; what never reached it is worded here. */
import { useTranslation } from 'react-i18next'
import { isProblem } from './problem.ts'

export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation()
  return (error) => {
    if (isProblem(error, 'offline')) return t(($) => $.problem.offline)
    if (isProblem(error)) {
      const said = error.detail || error.title
      return said || t(($) => $.problem.unexpected, { code: error.code })
    }
    return t(($) => $.problem.unexpected, { code: error instanceof Error ? error.message : String(error) })
  }
}
