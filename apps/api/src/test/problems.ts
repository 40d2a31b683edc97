/** Holds a refusal against the shape it promises, and looks in it for what nobody outside may read. */
import { problem } from '@rapport/domain/contract/problem.ts'
import { errors, type ErrorCode } from '@rapport/domain/errors.ts'
import { fieldErrors } from '@rapport/domain/field-errors.ts'
import type { LightMyRequestResponse } from 'fastify'

/** Words of the driver, the framework and the file system; none of them is a word of ours. */
const internals =
  /PrismaClient|prisma\.|violates|syntax error|invalid input|relation "|duplicate key|SQLSTATE|FST_ERR|ECONN|node_modules|\.[tj]s:\d+|\n\s+at /

/** What is wrong with the answer; nothing for a success. */
export const faultsOfReply = (reply: LightMyRequestResponse): string[] => {
  const { statusCode: status, headers, body } = reply
  if (status < 400) return []
  const type = String(headers['content-type'])
  if (type !== 'application/problem+json; charset=utf-8') return [`${status} as ${type}`]
  const { data, error } = problem.strict().safeParse(JSON.parse(body))
  if (!data) return [`${status} is no problem document: ${error.message}`]
  return [
    ...(data.status === status && errors[data.code as ErrorCode]?.status === status
      ? []
      : [`${status} says ${data.code}`]),
    ...(data.type === `urn:rapport:problem:${data.code}` ? [] : [`type ${data.type}`]),
    ...(data.errors ?? []).flatMap(({ code }) =>
      code in fieldErrors || code in errors ? [] : [`unknown code ${code}`],
    ),
    ...(internals.test(body) ? [`tells of its inside: ${internals.exec(body)?.[0]}`] : []),
  ]
}
