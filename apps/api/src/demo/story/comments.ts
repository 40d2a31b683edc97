/** What the people of the sample company say to each other; `@key` mentions somebody. `ago` is days before loading. */
import type { Label } from '@rapport/domain/field/kinds.ts'

export type DemoComment = {
  /** A customer by its key, or the deal that is open with it. */
  about: { customer: string } | { dealOf: string }
  by: string
  ago: number
  hour: number
  text: Label
  answers?: readonly Omit<DemoComment, 'about' | 'answers'>[]
}

export const comments: readonly DemoComment[] = [
  {
    about: { dealOf: 'lanzhun' },
    by: 'lin',
    ago: 4,
    hour: 11,
    text: {
      zh: '@xu 袁总希望分两期付款，首付 40%。这个条件我们能接受吗？',
      en: '@xu Mr Yuan would like to pay in two parts, 40 % first. Can we accept that?',
    },
    answers: [
      {
        by: 'xu',
        ago: 4,
        hour: 14,
        text: {
          zh: '@lin 可以，但验收款要在 60 天内付清。合同里写清楚。',
          en: '@lin Yes, if the rest is paid within 60 days of acceptance. Put it into the contract.',
        },
      },
      {
        by: 'lin',
        ago: 3,
        hour: 9,
        text: { zh: '好的，方案评审时我会当面确认。', en: 'Fine, I will settle it at the proposal review.' },
      },
    ],
  },
  {
    about: { customer: 'lanzhun' },
    by: 'xu',
    ago: 2,
    hour: 16,
    text: {
      zh: '@shen 蓝隼计划明年扩建二厂，建议您下个月一起去拜访一次。',
      en: '@shen Bluehawk plans a second plant next year; I suggest you join our visit next month.',
    },
  },
  {
    about: { customer: 'luyu' },
    by: 'shen',
    ago: 1,
    hour: 10,
    text: {
      zh: '@lin 鹿屿的程总监在行业会上夸了我们的服务，记得跟进转介绍。',
      en: '@lin Ms Cheng of Deer Isle praised our service at the trade meeting; do ask her whom else we should meet.',
    },
  },
]
