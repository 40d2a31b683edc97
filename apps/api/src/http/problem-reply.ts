/** Builds the body of every answer that is not a success, in the caller's language. */
import type { FieldProblem, Problem } from '@rapport/domain/contract/problem.ts'
import { type ErrorCode, errors, fill } from '@rapport/domain/errors.ts'

/** The problem document of `code`; `params` fills its text and is sent along. */
export function problemOf(
  code: ErrorCode,
  request: { id: string; language: 'zh' | 'en' },
  more: { params?: Record<string, unknown>; errors?: FieldProblem[] } = {},
): Problem {
  const { status, title, detail } = errors[code]
  const { language } = request
  return {
    type: `urn:rapport:problem:${code}`,
    title: title[language],
    status,
    detail: fill(detail[language], more.params),
    code,
    ...more,
    requestId: request.id,
  }
}

/** Chinese unless the caller prefers English: the first of the two in Accept-Language, whose order browsers keep. */
export function readLanguage(acceptLanguage: string | undefined): 'zh' | 'en' {
  return /\b(zh|en)\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
}
