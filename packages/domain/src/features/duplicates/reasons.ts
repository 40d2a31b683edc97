/** Why two records may be one, as people read it. No schema here, because lists and forms import this file. */
import type { Label } from '../../field/kinds.ts'

const reason = (points: number, zh: string, en: string): { points: number; label: Label } => ({
  points,
  label: { zh, en },
})

/** The points of PRODUCT S13, in hundredths of certainty, with the words for each. */
export const duplicateReasons = {
  taxNo: reason(100, '税号相同', 'same tax number'),
  phone: reason(90, '手机号相同', 'same mobile number'),
  email: reason(90, '邮箱相同', 'same e-mail'),
  wechat: reason(90, '微信号相同', 'same WeChat id'),
  sharedPhone: reason(50, '座机相同', 'same landline'),
  sharedEmail: reason(50, '公共邮箱相同', 'same shared mailbox'),
  companyName: reason(70, '公司名称相同', 'same company name'),
  similarCompanyName: reason(55, '公司名称相近', 'similar company name'),
  city: reason(15, '城市相同', 'same city'),
  domain: reason(40, '域名相同', 'same web domain'),
  personName: reason(30, '姓名相同', 'same name'),
  similarPersonName: reason(20, '姓名相近', 'similar name'),
  partOfName: reason(20, '姓名部分相同', 'part of the name is the same'),
  company: reason(40, '所在公司相同', 'same company'),
  birthDate: reason(40, '生日相同', 'same birth date'),
  similarBirthDate: reason(25, '生日相近', 'similar birth date'),
  address: reason(25, '地址相同', 'same address'),
  similarAddress: reason(15, '地址相近', 'similar address'),
  otherTaxNo: reason(-60, '税号不同', 'different tax numbers'),
} as const

export type Reason = keyof typeof duplicateReasons
export const reasonPoints = Object.fromEntries(
  Object.entries(duplicateReasons).map(([name, { points }]) => [name, points]),
) as Record<Reason, number>

/** What is asked of who creates a record although it is certainly there. */
export const overrideLabel: Label = { zh: '仍要新建的原因', en: 'Why another one is created' }
