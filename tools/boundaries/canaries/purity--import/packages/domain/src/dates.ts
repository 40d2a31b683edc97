import { readFileSync } from 'node:fs'

export const zones = () => readFileSync('zones')
