/** Sizes as people write them: 10k, 100k, 1m. */

/** The number of opportunities. Throws for what is no size. */
export function readSize(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,6})(k|m)?$/i.exec(text) ?? []
  const size = Number(digits) * ({ k: 1_000, m: 1_000_000 }[unit.toLowerCase()] ?? 1)
  if (size < 100 || size > 10_000_000) throw new Error(`${text} is no size; write 10k, 100k or 1m`)
  return size
}

/** 100000 → '100k'. */
export const writeSize = (size: number): string =>
  size % 1_000_000 === 0 ? `${size / 1_000_000}m` : size % 1_000 === 0 ? `${size / 1_000}k` : String(size)
