/** Phones, addresses of mail and web made comparable, and which of them many people share. */
import type { Email, Phone } from '../../field/kinds.ts'
import { foldCase } from '../../filter/matches.ts'

/** A value that identifies; `shared` when several people answer to it, so that it says less. */
export type Point = { value: string; shared: boolean }

const chineseMobile = /^\+861[3-9]\d{9}$/

/** A number that has an international form; a landline is shared. Abroad the number does not tell, so the stated kind does. */
export const phonePoint = ({ e164, type }: Pick<Phone, 'e164' | 'type'>): Point[] =>
  e164 ? [{ value: e164, shared: e164.startsWith('+86') ? !chineseMobile.test(e164) : type !== 'mobile' }] : []

/** The last digits by which people remember a number; null for fewer than four digits or anything else among them. */
export const phoneTail = (typed: string): string | null => {
  const digits = typed.normalize('NFKC').replace(/[\s()+.-]/gu, '')
  return /^\d{4,15}$/.test(digits) ? digits : null
}

const roles = new Set(
  'info contact contacts office sales service support help hello mail admin hr job jobs marketing market purchase purchasing finance invoice billing accounts reception webmaster postmaster noreply no-reply kefu xiaoshou caigou caiwu shichang renshi bangong'.split(
    ' ',
  ),
)

/** In lower case and one width; mailboxes named after a task rather than a person are shared. */
export const emailPoint = ({ address }: Pick<Email, 'address'>): Point[] => {
  const value = foldCase(address.normalize('NFKC')).trim()
  const [box = '', domain = ''] = value.split('@')
  return box && domain ? [{ value, shared: roles.has(box.replaceAll(/\d/g, '')) }] : []
}

const providers = new Set(
  'qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn wo.cn tom.com 21cn.com gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.cn yahoo.com.cn ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net web.de t-online.de proton.me protonmail.com mail.ru yandex.ru naver.com'.split(
    ' ',
  ),
)

/** The domain of a website or a mail address as `example.com`; null where it is a mail provider's or no domain. */
export const ownDomain = (text: string): string | null => {
  const bare = foldCase(text.normalize('NFKC'))
    .trim()
    .replace(/^[a-z]{2,10}:\/\//, '')
  const host = (bare.split(/[/?#]/)[0] ?? '')
    .replace(/^.*@/, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/^www\d?\./, '')
  const isDomain = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(host) && !/^[\d.]+$/.test(host)
  return isDomain && !providers.has(host) ? host : null
}
