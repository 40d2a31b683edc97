import { it, test } from 'vitest'

it.skip('is not run', () => {})
test.only('is run alone', () => {})
