import { operators } from './operators.ts'

export const filter = () => operators
