import { filter } from './filter.ts'

export const operators = () => filter
