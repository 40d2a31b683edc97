import { execFile } from 'node:child_process'

export const zip = () => execFile('zip')
