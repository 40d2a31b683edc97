import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findOffice } from './find-office.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rapport-office-'))
afterAll(() => rmSync(folder, { recursive: true }))
const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')]
const onPath = { PATH: [first, second].join(path.delimiter) }

it('finds what can be run on the path, and nothing where nothing is', () => {
  for (const one of [first, second]) mkdirSync(one)
  expect(findOffice(onPath, [])).toBeUndefined()
  writeFileSync(path.join(first, 'soffice'), '', { mode: 0o644 })
  writeFileSync(path.join(second, 'libreoffice'), '', { mode: 0o755 })
  expect(findOffice(onPath, [])).toBe(path.join(second, 'libreoffice'))
  chmodSync(path.join(first, 'soffice'), 0o755)
  expect(findOffice(onPath, [])).toBe(path.join(first, 'soffice'))
})

it('takes the one that is named before all others', () => {
  expect(findOffice({ ...onPath, LIBREOFFICE_PATH: '/opt/office' })).toBe('/opt/office')
})
