import { load } from './paths.ts'

export const router = () => load
