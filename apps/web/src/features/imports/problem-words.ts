/** What is wrong with a row, in the server's words: whole, or without the column where that stands beside it. */
import type { Row } from './imports.queries.ts'

type Problem = Pick<Row['problems'][number], 'column' | 'message'>

/** Without the head “column:” that the sentence has for the error file. */
export const bareWords = ({ column, message }: Problem): string =>
  column !== null && message.startsWith(column) ? message.slice(column.length).replace(/^(：|: )/, '') : message

/** Whole sentences, one after the other. */
export const allWords = (problems: readonly Problem[]): string => problems.map(({ message }) => message).join('; ')
