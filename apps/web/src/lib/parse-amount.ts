/**
 * Amounts as people type them: 1,280,000.5 · １２８ · 128万 · 1.3亿 · 1.2m. All on the text itself, so that no digit is
 * lost in a floating-point number.
 */

const units: Record<string, number> = {
  '\u5343': 3,
  k: 3,
  '\u4e07': 4,
  w: 4,
  m: 6,
  '\u767e\u4e07': 6,
  '\u5343\u4e07': 7,
  '\u4ebf': 8,
  b: 9,
}

const halfWidth = (text: string) =>
  text.replaceAll(/[\uff0d\uff0e\uff10-\uff19]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))

/** The decimal string meant; null when the text is no amount. */
export function parseAmount(typed: string): string | null {
  const text = halfWidth(typed)
    .replaceAll('−', '-')
    .replaceAll(/[\s,，¥$€£￥]/g, '')
    .toLowerCase()
  const match = /^(-?)(\d*)(?:\.(\d*))?(\D*)$/.exec(text)
  const [, minus = '', whole = '', fraction = '', unit = ''] = match ?? []
  const shift = unit === '' ? 0 : units[unit]
  if (!match || (whole === '' && fraction === '') || shift === undefined) return null
  const digits = whole + fraction.slice(0, shift).padEnd(shift, '0')
  const rest = fraction.slice(shift)
  const plain = digits.replace(/^0+(?=\d)/, '') || '0'
  return `${minus}${plain}${rest && `.${rest}`}`
}
