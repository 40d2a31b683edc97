/*
 * Imported before all else. The garbage of reading a thousand modules would let V8's space for young objects grow to tens of
 * megabytes, which it never gives back; it stays as large as it begins, which tools/start.mjs says. Old ones
 * may grow by a fifth over what lives before they are looked through; left to itself V8 waits for the double of it.
 */
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--heap-growing-percent=20')
