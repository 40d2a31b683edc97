import { describe, expect, it } from 'vitest'
import { isStrongPassword } from './password-policy.ts'

const email = 'shen.yining@example.com'

describe('isStrongPassword', () => {
  it.each([
    'correct horse battery',
    'mK7-pine-Quarz',
    '春江水暖鸭先知一二三',
    'password but with a sentence around it',
    'Tuesday-Lantern-42',
    '8f!kQ02_zz',
  ])('takes %s', (password) => expect(isStrongPassword(password, email)).toBe(true))

  it.each([
    'short-9!',
    'password123',
    'P@ssw0rd!!2026',
    'qwertyuiop',
    '1234567890',
    '0987654321',
    'abcdefghij',
    '1qaz2wsx3edc',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'Admin123456',
    'administrator',
    'Rapport2026!',
    'woaini1314520',
    'shen.yining@example.com',
    'shen.yining1',
    'shenyining88',
  ])('refuses %s', (password) => expect(isStrongPassword(password, email)).toBe(false))
})
