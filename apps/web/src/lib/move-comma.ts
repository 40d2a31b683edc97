/** Multiplies a decimal string by a power of ten by moving its point; what is no decimal comes back unchanged. */
export function moveComma(decimal: string, places: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) return decimal
  const [, minus = '', whole = '', fraction = ''] = match
  const digits = places >= 0 ? whole + fraction.padEnd(places, '0') : whole.padStart(1 - places, '0') + fraction
  const point = places >= 0 ? whole.length + places : digits.length - fraction.length + places
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const right = withoutTrailingZeros(digits.slice(point))
  return `${minus}${left}${right && `.${right}`}`
}

const withoutTrailingZeros = (digits: string): string => {
  let end = digits.length
  while (digits[end - 1] === '0') end--
  return digits.slice(0, end)
}
