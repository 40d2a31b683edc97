/** Numbers a registry gives: tax numbers and unified social credit codes 统一社会信用代码. */

/** Upper case, digits and letters alone; '' when too little is left to identify anybody. */
export const normalizeTaxNo = (text: string): string => {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return bare.length >= SHORTEST ? bare : ''
}
const SHORTEST = 6

// GB 32100-2015: I, O, S, V and Z are left out, because they look like digits.
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CODE_LENGTH = 18

/** Whether it is a unified social credit code with the check sign of GB 32100-2015: weights are powers of 3 modulo 31. */
export const isCreditCode = (text: string): boolean => {
  if (text.length !== CODE_LENGTH) return false
  const values = [...text].map((sign) => signs.indexOf(sign))
  if (values.includes(-1)) return false
  let [sum, weight] = [0, 1]
  for (const value of values.slice(0, -1)) {
    sum += value * weight
    weight = (weight * 3) % signs.length
  }
  return (signs.length - (sum % signs.length)) % signs.length === values.at(-1)
}
