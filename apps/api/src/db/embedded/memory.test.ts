import { describe, expect, it } from 'vitest'
import { chooseBuffers } from './memory.ts'

const GIGABYTE = 2 ** 30

describe('chooseBuffers', () => {
  it('takes a quarter of the memory, within bounds', () => {
    expect(chooseBuffers(4 * GIGABYTE, 0)).toBe('1024MB')
    expect(chooseBuffers(GIGABYTE / 4, 0)).toBe('128MB')
    expect(chooseBuffers(64 * GIGABYTE, 0)).toBe('2048MB')
  })

  it('keeps to what a container was given, and not to a limit that is none', () => {
    expect(chooseBuffers(64 * GIGABYTE, 2 * GIGABYTE)).toBe('512MB')
    expect(chooseBuffers(4 * GIGABYTE, 2 ** 64)).toBe('1024MB')
  })
})
